package io.carat.api.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own: killed, started again on its data, refused a second time, stopped. */
class ServerProcessTest {

    private static final Duration READY_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    Path data;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    @Test
    void survivesAKillAndStopsCleanly() throws Exception {
        Process killed = startReady();
        String credentials = Files.readString(data.resolve("credentials.json"));
        killed.destroyForcibly().waitFor();
        assertThat(postmaster()).as("PostgreSQL outlives the killed server").isPresent();

        Process server = startReady();
        assertThat(data.resolve("credentials.json")).hasContent(credentials);
        refusesASecondServer();
        assertThat(status("/health")).isEqualTo(200);

        ProcessHandle postgres = postmaster().orElseThrow();
        server.destroy();
        assertThat(server.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await().atMost(STOP_TIMEOUT).until(() -> !postgres.isAlive());
        assertThat(data.resolve("server.pid")).isEmptyFile();
        assertThat(data.resolve("server.port")).doesNotExist();
        assertThat(Files.readString(data.resolve("postgres.log"))).endsWith("database system is shut down\n");
    }

    private void refusesASecondServer() throws IOException, InterruptedException {
        Process second = start();
        assertThat(second.waitFor(READY_TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(Files.readString(errors(started.size())))
                .satisfies(errors -> assertThat(errors.lines())
                        .singleElement()
                        .asString()
                        .contains("is in use by another Carat server (process "
                                + started.get(1).pid() + ")"));
    }

    private Process startReady() throws IOException {
        Files.deleteIfExists(data.resolve("server.port"));
        Process process = start();
        await().atMost(READY_TIMEOUT).pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(process.isAlive())
                    .as(() -> "alive; it said: " + read(errors(started.size())))
                    .isTrue();
            return Files.exists(data.resolve("server.port")) && status("/actuator/health/readiness") == 200;
        });
        return process;
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Ddisable-axoniq-console-message=true",
                "-cp",
                classPathWithoutTests(),
                "io.carat.api.CaratApplication",
                "--carat.data=" + data,
                "--server.port=0");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(errors(started.size() + 1).toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** The component scan of the server would take in the tests' own configurations. */
    private static String classPathWithoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path errors(int number) {
        return data.resolve("errors-" + number);
    }

    private int status(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String port = Files.readString(data.resolve("server.port")).strip();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
