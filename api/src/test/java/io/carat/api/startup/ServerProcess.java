package io.carat.api.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The server in a process of its own, on a data directory and a free port. */
public final class ServerProcess implements AutoCloseable {

    static final Duration READY_TIMEOUT = Duration.ofSeconds(90);
    static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final Path data;
    private final Path errors;
    private final Process process;

    private ServerProcess(Path data, String... settings) throws IOException {
        this.data = data;
        this.errors = Files.createTempFile(data, "errors-", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Ddisable-axoniq-console-message=true",
                "-cp",
                classPathWithoutTests(),
                "io.carat.api.CaratApplication",
                "--carat.data=" + data,
                "--server.port=0"));
        command.addAll(List.of(settings));
        this.process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
    }

    /** Starts a server on this directory, with settings such as {@code --name=value}. */
    public static ServerProcess start(Path data, String... settings) throws IOException {
        Files.deleteIfExists(data.resolve("server.port"));
        return new ServerProcess(data, settings);
    }

    /** Starts a server beside one that has the directory already. */
    static ServerProcess startSecond(Path data) throws IOException {
        return new ServerProcess(data);
    }

    /** The component scan of the server would take in the tests' own configurations. */
    private static String classPathWithoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until it takes requests. */
    public ServerProcess ready() {
        await().atMost(READY_TIMEOUT).pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(process.isAlive())
                    .as(() -> "alive; it said: " + errors())
                    .isTrue();
            return Files.exists(data.resolve("server.port")) && status("/actuator/health/readiness") == 200;
        });
        return this;
    }

    /** Kills it as {@code kill -9} does; its PostgreSQL lives on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop; says whether it did in time. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    Process process() {
        return process;
    }

    /** What it has written to its standard error. */
    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a path is served. */
    public URI uri(String path) throws IOException {
        return URI.create("http://localhost:"
                + Files.readString(data.resolve("server.port")).strip() + path);
    }

    /** The status of a GET, -1 when nobody answers. */
    int status(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** The PostgreSQL of the directory, if it runs. */
    Optional<ProcessHandle> postmaster() throws IOException {
        return postmaster(data);
    }

    private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        Path file = data.resolve("postgres/postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                : Optional.empty();
    }

    /** Ends the PostgreSQL that a killed server left behind, if no other server took it over. */
    public static void endPostgres(Path data) throws IOException {
        postmaster(data).ifPresent(ProcessHandle::destroy);
    }

    /** Ends it, whatever it takes. */
    @Override
    public void close() {
        try {
            if (stop()) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
