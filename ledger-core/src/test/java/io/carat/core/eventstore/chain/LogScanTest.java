package io.carat.core.eventstore.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.eventstore.EventStoreTestBed;
import io.carat.core.postgres.PostgresTime;
import io.carat.core.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogScanTest {

    private TestDatabase database;
    private EventStoreTestBed node;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = EventStoreTestBed.database();
        node = new EventStoreTestBed(database.dataSource());
        connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        node.close();
        database.close();
    }

    private void credit(String account) {
        node.ask(() -> {
            node.credit(account, 1);
            return "done";
        });
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void givesTheBytesThatWereHashed() throws Exception {
        credit("account-1");
        credit("Kontó-2 für 원");
        credit("account-1");

        Map<String, Hash> streams = new HashMap<>();
        Hash log = Hash.ZERO;
        List<String> seen = new ArrayList<>();
        try (LogScan scan = LogScan.open(connection)) {
            for (LogRow row = scan.next(); row != null; row = scan.next()) {
                Hash hash = row.hashAfter(streams.getOrDefault(row.streamId(), Hash.ZERO));
                assertThat(row.hasHash(hash)).isTrue();
                assertThat(row.hasHash(row.hashAfter(hash))).isFalse();
                streams.put(row.streamId(), hash);
                log = row.logHashAfter(log, hash);
                seen.add(row.position() + " " + row.streamId() + " " + row.sequence() + " " + row.eventName());
            }
        }

        assertThat(seen)
                .containsExactly(
                        "1 account-1 0 account.opened.v1",
                        "2 account-1 1 account.credited.v1",
                        "3 Kontó-2 für 원 0 account.opened.v1",
                        "4 Kontó-2 für 원 1 account.credited.v1",
                        "5 account-1 2 account.credited.v1");
        assertThat(log).hasToString(text("SELECT encode(log_hash, 'hex') FROM event_log_head"));
    }

    @Test
    void readsThePresentTimeOfCommit() throws Exception {
        credit("account-1");

        try (LogScan scan = LogScan.open(connection)) {
            LogRow row = Objects.requireNonNull(scan.next());
            assertThat(row.committedAt()).isAfter("2025-01-01T00:00:00Z");
            assertThat(PostgresTime.micros(row.committedAt())).isEqualTo(row.committedAtMicros());
        }
    }

    @Test
    void endsAtOnceOnAnEmptyLog() throws Exception {
        try (LogScan scan = LogScan.open(connection)) {
            assertThat(scan.next()).isNull();
            assertThat(scan.next()).isNull();
        }
    }

    @Test
    void leavesTheTransactionUsableWhenItEndsEarly() throws Exception {
        credit("account-1");
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        assertThat(text("SELECT count(*) FROM domain_event")).isEqualTo("2");

        try (LogScan scan = LogScan.open(connection)) {
            assertThat(scan.next()).isNotNull();
        }
        credit("account-1");

        assertThat(text("SELECT count(*) FROM domain_event"))
                .as("still the same instant")
                .isEqualTo("2");
        assertThat(text("SHOW enable_sort")).isEqualTo("on");
    }

    @Test
    void doesNotBelieveWhatIsStored() throws Exception {
        credit("account-1");
        node.run("ALTER TABLE domain_event_p0 DISABLE TRIGGER USER");
        node.run("ALTER TABLE domain_event ALTER hash DROP NOT NULL");
        node.run("UPDATE domain_event_p0 SET hash = NULL WHERE position = 1");
        node.run("UPDATE domain_event_p0 SET hash = '\\x00' WHERE position = 2");

        try (LogScan scan = LogScan.open(connection)) {
            for (LogRow row = scan.next(); row != null; row = scan.next()) {
                assertThat(row.hasHash(row.hashAfter(Hash.ZERO))).isFalse();
            }
        }
    }
}
