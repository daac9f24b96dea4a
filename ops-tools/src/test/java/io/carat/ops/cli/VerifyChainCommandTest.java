package io.carat.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.embedded.PostgresServer;
import io.carat.core.signedhead.ChainFolder;
import io.carat.ops.client.Json;
import io.carat.ops.verify.LogUnderAttack;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VerifyChainCommandTest {

    @TempDir
    Path data;

    private CommandLineRun run(LogUnderAttack log, String... arguments) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_DATASOURCE_URL", log.url());
        environment.put("SPRING_DATASOURCE_USERNAME", log.username());
        environment.put("SPRING_DATASOURCE_PASSWORD", log.password());
        environment.put("CARAT_DATA", data.toString());
        return CommandLineRun.of(environment, arguments);
    }

    @Test
    void exits0WhenAllHolds() throws Exception {
        try (LogUnderAttack log = new LogUnderAttack(data)) {
            log.append("a", "b").append("a").sign();

            CommandLineRun run = run(log, "verify-chain");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .startsWith("3 events of 2 streams fit; signed heads: 1, snapshots: 0; ")
                    .endsWith("\nOK\n");
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void exits1AndNamesTheFirstEventThatDoesNotFit() throws Exception {
        try (LogUnderAttack log = new LogUnderAttack(data)) {
            log.append("a", "b").append("a").sign();
            log.attack("UPDATE domain_event SET payload = payload || ' ' WHERE position = 3");

            CommandLineRun run = run(log, "verify-chain");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out())
                    .contains(
                            "✗ position 3, event 1 of stream a, provider.registered.v1: its payload does not match its"
                                    + " hash")
                    .endsWith("\nFAILED\n");
            JsonNode report = Json.read(run(log, "verify-chain", "--json").out());
            assertThat(report.get("ok").asBoolean()).isFalse();
            assertThat(report.get("events").asLong()).isEqualTo(2);
            JsonNode finding = report.get("findings").get(0);
            assertThat(finding.get("kind").asString()).isEqualTo("CONTENT");
            assertThat(finding.get("position").asLong()).isEqualTo(3);
            assertThat(finding.get("stream").asString()).isEqualTo("a");
            assertThat(finding.get("sequence").asLong()).isEqualTo(1);
        }
    }

    @Test
    void takesHeadsAndKeysThatWereKeptElsewhere() throws Exception {
        try (LogUnderAttack log = new LogUnderAttack(data)) {
            log.append("a").sign();
            ChainFolder kept = ChainFolder.in(data);
            Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
            Path heads = Files.copy(kept.heads().path(), elsewhere.resolve("node-1.jsonl"));
            Path keys = Files.move(kept.keys(), elsewhere.resolve("keys"));
            log.attack("DELETE FROM signed_head", "DELETE FROM domain_event");
            log.rehash();

            CommandLineRun run = run(log, "verify-chain", "--heads", heads.toString(), "--keys", keys.toString());
            CommandLineRun without = run(log, "verify-chain");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).contains("the log ends at position 0, but there is the head signed at", heads + ")");
            assertThat(without.out())
                    .contains("is not among the public keys", "\n  Give the folder of its public key by --keys.");
        }
    }

    @Test
    void exits2OnWrongUsage() {
        assertUsage("--heads no-file is no file", "--heads", "no-file");
        assertUsage("--keys no-folder is no directory", "--keys", "no-folder");
        assertUsage("Unknown option: '--fast'", "--fast");
    }

    private static void assertUsage(String line, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "verify-chain";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandLineRun run = CommandLineRun.of(Map.of(), all);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(line).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysInOneLineThatThereIsNoDatabase() {
        assertFailure(
                CommandLineRun.of(Map.of(), "verify-chain", "--data", data.toString(), "--json"),
                "There is no database in " + data + ".");
        assertFailure(
                CommandLineRun.of(
                        Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/carat?password=secret"),
                        "verify-chain",
                        "--json"),
                "The database jdbc:postgresql://127.0.0.1:1/carat cannot be used");
    }

    private static void assertFailure(CommandLineRun run, String line) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(line).hasLineCount(1).doesNotContain("secret");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void startsThePostgresOfADataDirectoryThatNoServerUsesAndStopsIt() throws Exception {
        try (PostgresServer postgres = PostgresServer.start(data, 0, Map.of())) {
            Flyway.configure()
                    .dataSource(postgres.jdbcUrl(), postgres.username(), postgres.password())
                    .load()
                    .migrate();
            usesThePostgresOfARunningServer(postgres);
        }

        CommandLineRun run = CommandLineRun.of(Map.of("CARAT_DATA", data.toString()), "verify-chain");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("The log is empty.");
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(data.resolve("server.pid")).isEmptyFile();
    }

    private void usesThePostgresOfARunningServer(PostgresServer postgres) throws Exception {
        long process = postgres.postmaster().orElseThrow();
        try (FileChannel server =
                FileChannel.open(data.resolve("server.pid"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(server.tryLock()).isNotNull();

            CommandLineRun run = CommandLineRun.of(Map.of(), "verify-chain", "--data", data.toString());

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(postgres.postmaster()).hasValue(process);
        }
    }
}
