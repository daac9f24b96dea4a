package io.carat.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.carat.core.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogPartitionsTest {

    private static final long SIZE = 2_000_000;

    private static final String PARTITIONS =
            "SELECT count(*) FROM pg_inherits WHERE inhparent = 'domain_event'::regclass";

    private TestDatabase database;
    private EventStoreTestBed node;

    @BeforeEach
    void open() {
        database = EventStoreTestBed.database();
        node = new EventStoreTestBed(database.dataSource());
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    private void creditOnce(String accountId) {
        node.ask(() -> {
            node.credit(accountId, 1);
            return "done";
        });
    }

    @Test
    void areMadeAheadOfTheLog() throws Exception {
        node.run("UPDATE event_log_head SET last_position = " + (SIZE - 2));

        creditOnce("account-1");

        long ahead = (SIZE + LogPartitions.AHEAD) / SIZE + 1;
        await().until(() -> node.number(PARTITIONS) == ahead);
        assertThat(node.number("SELECT count(*) FROM domain_event_p0")).isEqualTo(1);
        assertThat(node.number("SELECT count(*) FROM domain_event_p1")).isEqualTo(1);
        assertThat(node.balanceOf("account-1")).isEqualTo(1);
    }

    @Test
    void areMadeOnce() throws Exception {
        node.run("SELECT ensure_event_partitions(" + 3 * SIZE + ")");
        node.run("SELECT ensure_event_partitions(" + 3 * SIZE + ")");

        assertThat(node.number(PARTITIONS)).isEqualTo(4);
    }

    @Test
    void refuseChangesWhenTheyAreAddressedThemselves() {
        creditOnce("account-1");

        assertThatThrownBy(() -> node.run("UPDATE domain_event_p0 SET payload = '{}'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> node.run("TRUNCATE domain_event_p0"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never changed or removed");
    }
}
