package io.carat.ops.bench.host;

import io.carat.ops.client.AccessSettings;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A Carat server in a process of its own, on a given database and a free port. */
public final class CaratServer implements AutoCloseable {

    private static final Duration READY_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);

    private static final Pattern LAG = Pattern.compile("(?m)^wallet_processor_lag_events\\{[^}]*} (\\S+)$");

    private final Path data;
    private final Process process;

    private final Thread interrupted;

    private CaratServer(Path data, Process process) {
        this.data = data;
        this.process = process;
        this.interrupted = new Thread(this::end, "server-interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param jar the server
     * @param parent where its data directory is made
     * @throws CaratFailure when it does not become ready
     */
    public static CaratServer start(Path jar, Path parent, Target target, List<String> javaOptions) {
        try {
            Path data = Files.createTempDirectory(parent, "server-");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(javaOptions);
            command.addAll(List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Ddisable-axoniq-console-message=true",
                    "-jar",
                    jar.toString(),
                    "--server.port=0",
                    "--carat.data=" + data,
                    "--logging.file.name=" + data.resolve("server.log"),
                    "--logging.threshold.console=off"));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("server.out").toFile());
            builder.environment()
                    .putAll(Map.of(
                            "SPRING_DATASOURCE_URL", target.jdbcUrl(),
                            "SPRING_DATASOURCE_USERNAME", target.username(),
                            "SPRING_DATASOURCE_PASSWORD", target.password()));
            CaratServer server = new CaratServer(data, builder.start());
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new CaratFailure("The server " + jar + " cannot be started: " + e.getMessage(), e);
        }
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + READY_TIMEOUT.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                String said = Files.readString(data.resolve("server.out")).strip();
                close();
                throw new CaratFailure("The server to be measured is not ready: " + said);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean isReady() {
        try {
            HttpURLConnection readiness = to("/actuator/health/readiness");
            return readiness.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException | CaratFailure e) {
            return false;
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Its HTTP port on the loopback interface; 0 while it has not told it. */
    public int port() {
        String port = read("server.port").strip();
        return port.isEmpty() ? 0 : Integer.parseInt(port);
    }

    /** The token of a role. */
    public String token(Role role) {
        return new AccessSettings(Map.of("CARAT_DATA", data.toString()))
                .access(role)
                .token();
    }

    /** The most events that any of its readers of the log has still to take. */
    public long lagEvents() {
        try {
            HttpURLConnection metrics = to("/actuator/prometheus");
            metrics.setRequestProperty("Authorization", "Bearer " + token(Role.ADMIN));
            try (InputStream body = metrics.getInputStream()) {
                return LAG.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .mapToLong(gauge -> (long) Double.parseDouble(gauge.group(1)))
                        .max()
                        .orElse(0);
            }
        } catch (IOException e) {
            throw new CaratFailure("The measured server does not tell its metrics: " + e.getMessage(), e);
        }
    }

    private HttpURLConnection to(String path) throws IOException {
        return (HttpURLConnection)
                URI.create("http://localhost:" + port() + path).toURL().openConnection();
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file));
        } catch (IOException e) {
            throw new CaratFailure("The server has not written " + file + ".", e);
        }
    }

    /** Stops it in order; kills it when it does not stop. */
    @Override
    public void close() {
        Interruption.forget(interrupted);
        end();
    }

    private void end() {
        process.destroy();
        try {
            if (process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
