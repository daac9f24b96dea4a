package io.carat.core.eventstore.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.eventstore.EventStoreTestBed;
import io.carat.core.eventstore.chain.Hash;
import io.carat.core.eventstore.chain.StreamVersion;
import io.carat.core.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure at each step of the writer, before the step has reached the database and after. */
class WriterFaultsTest {

    private TestDatabase database;
    private FaultyTransactions faults;
    private BatchStore store;

    @BeforeEach
    void open() {
        database = EventStoreTestBed.database();
        faults = new FaultyTransactions(PostgresAppendTransaction.from(database.dataSource()));
        store = new BatchStore(
                faults, new CommitInquiry(faults, CommitInquiry.TIMEOUT), InstantSource.system(), position -> {});
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<PendingAppend> batch(StreamVersion a, StreamVersion b) {
        return List.of(
                new PendingAppend(TestEvents.append("account-a", a)),
                new PendingAppend(TestEvents.append("account-b", b)));
    }

    private static StreamVersion after(PendingAppend append) {
        return append.append().events().getFirst().version();
    }

    /** Brings the writer to the step: it writes at once only when it knows the log's end from a batch before. */
    private long reach(FaultyTransactions.Step step) {
        if (step != FaultyTransactions.Step.WRITE_AT_ONCE) {
            return 1;
        }
        store.store(List.of(new PendingAppend(TestEvents.append("account-before", StreamVersion.NONE))));
        return 2;
    }

    @ParameterizedTest
    @EnumSource(FaultyTransactions.Step.class)
    void nothingIsStoredAndEverybodyIsToldWhenAStepFails(FaultyTransactions.Step step) {
        long first = reach(step);
        List<PendingAppend> batch = batch(StreamVersion.NONE, StreamVersion.NONE);
        faults.failNext(step, FaultyTransactions.When.BEFORE);

        store.store(batch);

        for (PendingAppend append : batch) {
            assertThatThrownBy(append::await)
                    .isInstanceOf(EventStoreException.class)
                    .isNotInstanceOf(UnknownOutcomeException.class);
        }
        assertStoredFrom(first, List.of());
        assertTheNextBatchIsStored(StreamVersion.NONE, StreamVersion.NONE, first);
    }

    @ParameterizedTest
    @EnumSource(FaultyTransactions.Step.class)
    void theAnswerIsWhatTheDatabaseSaysWhenAStepsAnswerIsLost(FaultyTransactions.Step step) {
        long first = reach(step);
        List<PendingAppend> batch = batch(StreamVersion.NONE, StreamVersion.NONE);
        faults.failNext(step, FaultyTransactions.When.AFTER);

        store.store(batch);

        if (step == FaultyTransactions.Step.COMMIT || step == FaultyTransactions.Step.WRITE_AT_ONCE) {
            assertThat(batch)
                    .extracting(PendingAppend::await)
                    .containsExactly(new AppendedRange(first, first), new AppendedRange(first + 1, first + 1));
            assertTheNextBatchIsStored(after(batch.getFirst()), after(batch.getLast()), first + 2);
        } else {
            assertThatThrownBy(batch.getFirst()::await).isInstanceOf(EventStoreException.class);
            assertThatThrownBy(batch.getLast()::await).isInstanceOf(EventStoreException.class);
            assertTheNextBatchIsStored(StreamVersion.NONE, StreamVersion.NONE, first);
        }
    }

    @Test
    void aBatchThatFindsTheLogElsewhereIsStoredBehindIt() {
        store.store(batch(StreamVersion.NONE, StreamVersion.NONE));
        BatchStore elsewhere = new BatchStore(
                faults, new CommitInquiry(faults, CommitInquiry.TIMEOUT), InstantSource.system(), position -> {});
        elsewhere.store(List.of(new PendingAppend(TestEvents.append("account-c", StreamVersion.NONE))));
        PendingAppend another = new PendingAppend(TestEvents.append("account-d", StreamVersion.NONE));
        PendingAppend taken = new PendingAppend(TestEvents.append("account-c", StreamVersion.NONE));

        store.store(List.of(another, taken));

        assertThat(another.await()).isEqualTo(new AppendedRange(4, 4));
        assertThatThrownBy(taken::await).isInstanceOf(ConcurrencyException.class);
    }

    /** The driver changes how it sends a statement after some executions: many times on one connection. */
    @Test
    void aPlanIsWrittenAtOnceWhollyOrNotAtAll() throws Exception {
        store.store(List.of(new PendingAppend(TestEvents.append("account-there", StreamVersion.NONE))));
        AppendTransaction.Source transactions = PostgresAppendTransaction.from(database.dataSource());
        try (AppendTransaction transaction = transactions.begin();
                AppendTransaction observer = transactions.begin()) {
            LogHead head = new LogHead(1, Instant.EPOCH, Hash.ZERO);
            for (int i = 0; i < 20; i++) {
                BatchPlan good = new BatchPlan(head, Instant.now(), streamId -> null);
                good.place(TestEvents.append("account-" + i, StreamVersion.NONE));
                transaction.writeAtOnce(good);
                assertThat(observer.hashAt(good.lastPosition())).isNotNull();

                head = good.end();
                BatchPlan bad = new BatchPlan(head, Instant.now(), streamId -> null);
                bad.place(TestEvents.append("account-new-" + i, StreamVersion.NONE));
                bad.place(TestEvents.append("account-there", StreamVersion.NONE));
                assertThatThrownBy(() -> transaction.writeAtOnce(bad)).isInstanceOf(SQLException.class);
                transaction.rollback();
                assertThat(observer.hashAt(head.position() + 1)).isNull();
                assertThat(observer.readVersions(List.of("account-new-" + i))).isEmpty();
            }
        }
    }

    @Test
    void anAppendThatKnowsMoreThanTheWriterIsStored() {
        List<PendingAppend> here = batch(StreamVersion.NONE, StreamVersion.NONE);
        store.store(here);
        PendingAppend elsewhere = new PendingAppend(TestEvents.append("account-a", after(here.getFirst())));
        new BatchStore(faults, new CommitInquiry(faults, CommitInquiry.TIMEOUT), InstantSource.system(), position -> {})
                .store(List.of(elsewhere));
        PendingAppend onTopOfIt = new PendingAppend(TestEvents.append("account-a", after(elsewhere)));

        store.store(List.of(onTopOfIt));

        assertThat(onTopOfIt.await()).isEqualTo(new AppendedRange(4, 4));
        assertStoredFrom(4, List.of(onTopOfIt));
    }

    @Test
    void anOutcomeThatCannotBeReadIsReadAgain() {
        List<PendingAppend> batch = batch(StreamVersion.NONE, StreamVersion.NONE);
        faults.failNext(FaultyTransactions.Step.COMMIT, FaultyTransactions.When.AFTER);
        faults.thenFail(FaultyTransactions.Step.LOCK, FaultyTransactions.When.BEFORE);

        store.store(batch);

        assertThat(batch.getLast().await()).isEqualTo(new AppendedRange(2, 2));
    }

    @Test
    void rowsThatTheDatabaseRefusesFailTheirOwnAppendOnly() {
        PendingAppend good = new PendingAppend(TestEvents.append("account-a", StreamVersion.NONE));
        PendingAppend bad = new PendingAppend(TestEvents.append("account-\0", StreamVersion.NONE));
        PendingAppend alsoGood = new PendingAppend(TestEvents.append("account-b", StreamVersion.NONE));

        store.store(List.of(good, bad, alsoGood));

        assertThat(good.await()).isEqualTo(new AppendedRange(1, 1));
        assertThatThrownBy(bad::await).isInstanceOf(EventStoreException.class);
        assertThat(alsoGood.await()).isEqualTo(new AppendedRange(2, 2));
    }

    @Test
    void turnsAppendsAwayWhenTooManyWaitAndSettlesTheRestBeforeItEnds() {
        AtomicReference<@Nullable PendingAppend> turnedAway = new AtomicReference<>();
        List<PendingAppend> taken = new ArrayList<>();
        faults.hold();
        try (GroupCommitWriter writer = new GroupCommitWriter(store, 2)) {
            taken.add(writer.submit(TestEvents.append("account-0", StreamVersion.NONE)));
            faults.awaitHeld();
            taken.add(writer.submit(TestEvents.append("account-1", StreamVersion.NONE)));
            taken.add(writer.submit(TestEvents.append("account-2", StreamVersion.NONE)));
            assertThatThrownBy(() -> turnedAway.set(writer.submit(TestEvents.append("account-3", StreamVersion.NONE))))
                    .isInstanceOfSatisfying(
                            CommandNotAcceptedException.class,
                            refused -> assertThat(refused.reason())
                                    .isEqualTo(CommandNotAcceptedException.Reason.SATURATED));
            faults.letGo();
        }

        assertThat(taken).extracting(append -> append.await().lastPosition()).containsExactly(1L, 2L, 3L);
        assertThat(turnedAway).hasNullValue();
    }

    @Test
    void takesNothingAfterItHasEnded() {
        GroupCommitWriter writer = new GroupCommitWriter(store);
        writer.close();

        assertThatThrownBy(() -> writer.submit(TestEvents.append("account-0", StreamVersion.NONE)))
                .isInstanceOf(CommandNotAcceptedException.class);
    }

    private void assertTheNextBatchIsStored(StreamVersion a, StreamVersion b, long firstPosition) {
        List<PendingAppend> next = batch(a, b);
        store.store(next);
        assertThat(next)
                .extracting(append -> append.await().lastPosition())
                .containsExactly(firstPosition, firstPosition + 1);
        assertStoredFrom(firstPosition, next);
    }

    private void assertStoredFrom(long firstPosition, List<PendingAppend> appends) {
        List<Hash> stored = new ArrayList<>();
        try (AppendTransaction transaction =
                PostgresAppendTransaction.from(database.dataSource()).begin()) {
            long last = transaction.lock().position();
            for (long position = firstPosition; position <= last; position++) {
                Hash hash = transaction.hashAt(position);
                assertThat(hash).as("position %d", position).isNotNull();
                stored.add(hash);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        assertThat(stored)
                .isEqualTo(appends.stream().map(append -> after(append).hash()).toList());
    }
}
