package io.carat.ops.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.embedded.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every query of the log is seen to fail, on tables with the columns that it reads. */
class LogChecksTest {

    @TempDir
    static Path data;

    private static PostgresServer server;
    private static LogUnderTest log;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(data, 0, Map.of());
        log = new LogUnderTest(server.jdbcUrl(), server.username(), server.password(), List.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void threeGoodEvents() throws SQLException {
        execute("DROP TABLE IF EXISTS domain_event, event_log_head, stream_head");
        execute("""
            CREATE TABLE domain_event (
                position bigint, stream_id text, sequence bigint, event_id integer, committed_at timestamptz)
            """);
        execute("CREATE TABLE event_log_head (last_position bigint)");
        execute("CREATE TABLE stream_head (stream_id text, version bigint)");
        execute("INSERT INTO event_log_head VALUES (3)");
        execute("INSERT INTO stream_head VALUES ('a', 1), ('b', 0)");
        execute("""
            INSERT INTO domain_event VALUES
            (1, 'a', 0, 11, '2026-01-01 10:00:00Z'),
            (2, 'b', 0, 12, '2026-01-01 10:00:00Z'),
            (3, 'a', 1, 13, '2026-01-01 10:00:01Z')
            """);
    }

    @Test
    void acceptsAGoodLogAndAnEmptyOne() throws SQLException {
        assertThat(faults()).isEmpty();
        execute("TRUNCATE domain_event, stream_head");
        execute("UPDATE event_log_head SET last_position = 0");
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DELETE FROM domain_event WHERE position = 2              | positions | 2 events from position 1 to 3, the head is at 3
        UPDATE domain_event SET position = 4 WHERE position = 3  | positions | 3 events from position 1 to 4, the head is at 3
        UPDATE event_log_head SET last_position = 2              | positions | 3 events from position 1 to 3, the head is at 2
        TRUNCATE domain_event                                    | positions | 0 events from position
        UPDATE domain_event SET committed_at = '2026-01-01 09:00Z' WHERE position = 2 | the time of commit | position 2
        UPDATE domain_event SET sequence = 2 WHERE position = 3  | each stream's events | stream a has 2 events
        UPDATE domain_event SET sequence = 1 WHERE position = 2  | each stream's events | sequences 1 to 1
        INSERT INTO domain_event VALUES (4, 'a', 1, 14, now()), (5, 'a', 3, 15, now()) | each stream's events | stream a has 4
        UPDATE domain_event SET event_id = 11 WHERE position = 3 | no event is stored twice | event 11 is stored 2 times
        UPDATE stream_head SET version = 0 WHERE stream_id = 'a' | each stream's head | stream a ends at 1, its head says 0
        DELETE FROM stream_head WHERE stream_id = 'b'            | each stream's head | stream b ends at 0
        """)
    void findsWhatIsWrong(String damage, String check, String fault) throws SQLException {
        execute(damage);
        assertThat(faults()).anyMatch(line -> line.startsWith(check) && line.contains(fault));
    }

    private static List<String> faults() throws SQLException {
        List<String> faults = new ArrayList<>();
        for (LogCheck check : LogChecks.QUERIES) {
            check.faults(log).forEach(fault -> faults.add(check.name() + ": " + fault));
        }
        return faults;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = log.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
