package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.Hash;
import io.carat.core.eventstore.chain.StreamVersion;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Transactions whose steps fail on demand, before they reach the database or after. */
final class FaultyTransactions implements AppendTransaction.Source {

    enum Step {
        BEGIN,
        LOCK,
        READ_VERSIONS,
        WRITE,
        COMMIT,
        WRITE_AT_ONCE
    }

    enum When {
        BEFORE,
        AFTER
    }

    private record Fault(Step step, When when) {}

    private final AppendTransaction.Source real;
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile @Nullable CountDownLatch gate;

    FaultyTransactions(AppendTransaction.Source real) {
        this.real = real;
    }

    void failNext(Step step, When when) {
        faults.clear();
        faults.add(new Fault(step, when));
    }

    void thenFail(Step step, When when) {
        faults.add(new Fault(step, when));
    }

    /** Stops the next transaction before it begins. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void awaitHeld() {
        await(held);
    }

    void letGo() {
        CountDownLatch closed = gate;
        gate = null;
        if (closed != null) {
            closed.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public AppendTransaction begin() {
        CountDownLatch closed = gate;
        if (closed != null) {
            held.countDown();
            await(closed);
        }
        try {
            return step(Step.BEGIN, () -> new Faulty(real.begin()));
        } catch (SQLException e) {
            throw new EventStoreUnavailableException(e);
        }
    }

    private interface Deed<R extends @Nullable Object> {
        R run() throws SQLException;
    }

    private <R extends @Nullable Object> R step(Step step, Deed<R> deed) throws SQLException {
        failIf(step, When.BEFORE);
        R result = deed.run();
        failIf(step, When.AFTER);
        return result;
    }

    private void failIf(Step step, When when) throws SQLException {
        if (new Fault(step, when).equals(faults.peek())) {
            faults.remove();
            throw new SQLException("connection lost", "08006");
        }
    }

    private final class Faulty implements AppendTransaction {

        private final AppendTransaction transaction;

        Faulty(AppendTransaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public LogHead lock() throws SQLException {
            return step(Step.LOCK, transaction::lock);
        }

        @Override
        public Map<String, StreamVersion> readVersions(Collection<String> streamIds) throws SQLException {
            return step(Step.READ_VERSIONS, () -> transaction.readVersions(streamIds));
        }

        @Override
        public @Nullable Hash hashAt(long position) throws SQLException {
            return transaction.hashAt(position);
        }

        @Override
        public void write(BatchPlan plan) throws SQLException {
            run(Step.WRITE, () -> transaction.write(plan));
        }

        @Override
        public void writeAtOnce(BatchPlan plan) throws SQLException {
            run(Step.WRITE_AT_ONCE, () -> transaction.writeAtOnce(plan));
        }

        @Override
        public void commit() throws SQLException {
            run(Step.COMMIT, transaction::commit);
        }

        private interface Work {
            void run() throws SQLException;
        }

        private void run(Step step, Work work) throws SQLException {
            step(step, () -> {
                work.run();
                return true;
            });
        }

        @Override
        public void rollback() throws SQLException {
            transaction.rollback();
        }

        @Override
        public void close() {
            transaction.close();
        }
    }
}
