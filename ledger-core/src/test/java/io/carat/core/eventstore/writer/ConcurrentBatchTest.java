package io.carat.core.eventstore.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.carat.core.eventstore.EventStoreTestBed;
import io.carat.core.eventstore.chain.StreamVersion;
import io.carat.core.testing.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Appends of two nodes that meet in the writer. */
class ConcurrentBatchTest {

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

    @Test
    void aConflictFailsItsOwnAppendOnly() {
        AppendTransaction.Source transactions = PostgresAppendTransaction.from(database.dataSource());
        BatchStore store = new BatchStore(
                transactions,
                new CommitInquiry(transactions, CommitInquiry.TIMEOUT),
                InstantSource.system(),
                position -> {});
        PendingAppend first = new PendingAppend(TestEvents.append("account-1", StreamVersion.NONE));
        PendingAppend second = new PendingAppend(TestEvents.append("account-1", StreamVersion.NONE));
        PendingAppend onTopOfSecond = new PendingAppend(TestEvents.append(
                "account-1", second.append().events().getFirst().version()));
        PendingAppend other = new PendingAppend(TestEvents.append("account-2", StreamVersion.NONE));

        store.store(List.of(first, second, onTopOfSecond, other));

        assertThat(first.await()).isEqualTo(new AppendedRange(1, 1));
        assertThatThrownBy(second::await).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(onTopOfSecond::await)
                .as("at the right version, but on another event")
                .isInstanceOf(ConcurrencyException.class);
        assertThat(other.await()).isEqualTo(new AppendedRange(2, 2));
    }

    @Test
    void checksReadsAgainstWhatWasCommittedWhileItWaitedForTheLock() throws Exception {
        AppendTransaction.Source transactions = PostgresAppendTransaction.from(database.dataSource());
        Append first = TestEvents.append("account-read", StreamVersion.NONE);
        Append second = new Append(
                TestEvents.append("account-written", StreamVersion.NONE).events(),
                Map.of("account-written", StreamVersion.NONE, "account-read", StreamVersion.NONE),
                Append.ANYWHERE);
        try (AppendTransaction transaction = transactions.begin();
                GroupCommitWriter writer = new GroupCommitWriter(new BatchStore(
                        transactions,
                        new CommitInquiry(transactions, CommitInquiry.TIMEOUT),
                        InstantSource.system(),
                        position -> {}))) {
            BatchPlan plan = new BatchPlan(transaction.lock(), Instant.now(), streamId -> null);
            plan.place(first);
            PendingAppend waiting = writer.submit(second);
            await().until(() -> node.number("SELECT count(*) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                    == 1);
            transaction.write(plan);
            transaction.commit();

            assertThatThrownBy(waiting::await).isInstanceOf(ConcurrencyException.class);
        }
    }
}
