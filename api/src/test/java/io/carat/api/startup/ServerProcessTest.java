package io.carat.api.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own: killed, started again on its data, refused a second time, stopped. */
class ServerProcessTest {

    @TempDir
    Path data;

    @AfterEach
    void leaveNothingBehind() throws IOException {
        ServerProcess.endPostgres(data);
    }

    @Test
    void survivesAKillAndStopsCleanly() throws Exception {
        try (ServerProcess killed = ServerProcess.start(data).ready()) {
            String credentials = Files.readString(data.resolve("credentials.json"));
            killed.kill();
            assertThat(killed.postmaster())
                    .as("PostgreSQL outlives the killed server")
                    .isPresent();
            try (ServerProcess server = ServerProcess.start(data).ready()) {
                assertThat(data.resolve("credentials.json")).hasContent(credentials);
                refusesASecondServerBeside(server);
                assertThat(server.status("/health")).isEqualTo(200);
                stopsCleanly(server);
            }
        }
    }

    @Test
    void namesAPaymentSettingThatIsWrong() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, "--carat.payments.url=psp.example")) {
            assertThat(server.process().waitFor(ServerProcess.READY_TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(server.process().exitValue()).isEqualTo(1);
            assertThat(server.errors().lines())
                    .singleElement()
                    .asString()
                    .startsWith("carat: cannot start: the setting carat.payments.url is not valid: expected");
        }
    }

    private void stopsCleanly(ServerProcess server) throws IOException, InterruptedException {
        ProcessHandle postgres = server.postmaster().orElseThrow();
        assertThat(server.stop()).isTrue();
        await().atMost(ServerProcess.STOP_TIMEOUT).until(() -> !postgres.isAlive());
        assertThat(data.resolve("server.pid")).isEmptyFile();
        assertThat(data.resolve("server.port")).doesNotExist();
        assertThat(Files.readString(data.resolve("postgres.log"))).endsWith("database system is shut down\n");
    }

    private void refusesASecondServerBeside(ServerProcess server) throws IOException, InterruptedException {
        try (ServerProcess second = ServerProcess.startSecond(data)) {
            assertThat(second.process().waitFor(ServerProcess.READY_TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(second.process().exitValue()).isEqualTo(1);
            assertThat(second.errors().lines())
                    .singleElement()
                    .asString()
                    .contains("is in use by another Carat server (process "
                            + server.process().pid() + ")");
        }
    }
}
