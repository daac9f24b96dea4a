package io.carat.ops.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.embedded.PostgresServer;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A short crash run on the server that this build has made. {@code ./carat crash} is the long one. */
class CrashRunTest {

    private static final int SECONDS_PER_ROUND = 2;
    private static final int PLAYERS = 8;
    private static final int RATE = 200;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    private final List<String> missing = new ArrayList<>();

    @Test
    void losesNothingWhenTheApplicationPostgresAndOneOfTwoNodesAreKilled() throws Exception {
        CrashOptions options =
                new CrashOptions(serverJar(), data, 1, 3, SECONDS_PER_ROUND, PLAYERS, RATE, 1, Map.of(), "test");

        CrashReport report = new CrashRun(options, LogChecks.ALL, this::strike).run(round -> {});

        assertThat(report.rounds())
                .allSatisfy(round -> assertThat(round.faults()).isEmpty())
                .allSatisfy(round -> assertThat(round.acknowledged()).isPositive())
                .extracting(RoundReport::victim)
                .containsExactly("application", "postgresql", "node");
        assertThat(report.faults()).isEmpty();
        assertThat(report.ok()).isTrue();
        assertThat(missing).singleElement().asString().contains("by the acknowledged commands it must be");
        assertThat(whatATamperedPayloadBrings(report.events()))
                .singleElement()
                .asString()
                .startsWith("every event fits the hash chain")
                .contains("position " + report.events(), "its payload does not match its hash");
    }

    /** On what the run has left, which the checks have just found good. */
    private List<String> whatATamperedPayloadBrings(long position) throws SQLException {
        List<Path> nodes = List.of(data.resolve("node-1"), data.resolve("node-2"));
        List<String> faults = new ArrayList<>();
        try (PostgresServer server = PostgresServer.start(data.resolve("database"), 0, Map.of())) {
            LogUnderTest log = new LogUnderTest(server.jdbcUrl(), server.username(), server.password(), nodes);
            tamper(log, position);
            for (LogCheck check : LogChecks.ALL) {
                check.faults(log).forEach(fault -> faults.add(check.name() + ": " + fault));
            }
        }
        return faults;
    }

    private static void tamper(LogUnderTest log, long position) throws SQLException {
        try (Connection connection = log.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE domain_event_p0 DISABLE TRIGGER USER");
            statement.execute("UPDATE domain_event_p0 SET payload = payload || ' ' WHERE position = " + position);
            assertThat(statement.getUpdateCount()).isOne();
        }
    }

    private Strike strike(int round, CrashSite site, RandomGenerator chance) {
        if (round <= 2) {
            return CrashPlan.BY_TURNS.strike(round, site, chance);
        }
        missing.addAll(whatAMissingLineBrings(site));
        site.addNode();
        return new Strike.Node();
    }

    /** A deposit that nobody acknowledged is one that was done without need: the check of the money must tell. */
    private List<String> whatAMissingLineBrings(CrashSite site) {
        try (LedgerClient client = new LedgerClient(() -> site.next(Role.OPERATOR))) {
            List<String> lines = new ArrayList<>(Files.readAllLines(site.journal(2)));
            assertThat(lines.removeFirst()).contains("/v2/deposits");
            Path shorter = Files.write(data.resolve("shorter.jsonl"), lines);
            return new MoneyCheck(client, site.log()).faults(List.of(shorter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path serverJar() {
        Path jar = Path.of(System.getProperty("basedir", "."), "../api/target/carat-api.jar")
                .toAbsolutePath()
                .normalize();
        assertThat(jar)
                .as("the server's jar: run this by 'mvn verify', not by 'mvn test'")
                .isRegularFile();
        return jar;
    }
}
