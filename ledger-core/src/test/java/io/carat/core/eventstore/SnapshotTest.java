package io.carat.core.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.testing.TestDatabase;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    /** More than one snapshot's worth, and some events after it. */
    private static final int EVENTS = Snapshots.EVERY + 20;

    private TestDatabase database;
    private EventStoreTestBed node;

    @BeforeEach
    void open() throws Exception {
        database = EventStoreTestBed.database();
        node = new EventStoreTestBed(database.dataSource());
        for (int i = 1; i < EVENTS; i++) {
            node.ask(() -> {
                node.credit("account-1", 1);
                return "done";
            });
        }
        await().until(() -> node.number("SELECT count(*) FROM aggregate_snapshot") == 1);
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    /** What a node that has just started makes of the account. */
    private CachedState read(Class<? extends LedgerAggregate<?>> type) {
        return node.engine.readState("account-1", AggregateType.of(type));
    }

    @Test
    void isTakenInTheBackgroundAndBelongsToItsEvent() throws Exception {
        assertThat(node.number("SELECT version FROM aggregate_snapshot")).isEqualTo(Snapshots.EVERY - 1L);
        assertThat(node.number("SELECT count(*) FROM aggregate_snapshot s JOIN domain_event e"
                        + " ON e.stream_id = s.stream_id AND e.sequence = s.version AND e.position = s.position"
                        + " AND e.hash = s.hash"))
                .isEqualTo(1);
    }

    @Test
    void isReadWithTheEventsSince() throws Exception {
        assertThat(read(Account.class).state()).isEqualTo(new Account.Balance(EVENTS - 1));

        node.run("UPDATE aggregate_snapshot SET payload = '{\"amountMinor\":1000000}'");

        CachedState fromSnapshot = read(Account.class);
        assertThat(fromSnapshot.state()).isEqualTo(new Account.Balance(1_000_000 + EVENTS - Snapshots.EVERY));
        assertThat(fromSnapshot.version().sequence()).isEqualTo(EVENTS - 1L);
    }

    @Test
    void ofAnotherRevisionIsIgnored() throws Exception {
        node.run("UPDATE aggregate_snapshot SET payload = '{\"amountMinor\":1000000}'");

        assertThat(read(ReshapedAccount.class).state()).isEqualTo(new Account.Balance(EVENTS - 1));
    }

    @Test
    void thatCannotBeReadIsPassedOver() throws Exception {
        node.run("UPDATE aggregate_snapshot SET payload = '{\"amount\":1}'");

        assertThat(read(Account.class).state()).isEqualTo(new Account.Balance(EVENTS - 1));
    }

    @Test
    void mayBeRemoved() throws Exception {
        node.run("TRUNCATE aggregate_snapshot");

        assertThat(read(Account.class).state()).isEqualTo(new Account.Balance(EVENTS - 1));
    }

    /** An account whose state is said to have another shape. */
    @AggregateRoot(type = "account")
    @Revision("2")
    static class ReshapedAccount extends LedgerAggregate<Account.Balance> {
        @Override
        protected Account.Balance evolve(Account.@Nullable Balance before, LedgerEvent event) {
            return new Account().evolve(before, event);
        }
    }
}
