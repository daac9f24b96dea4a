package io.carat.core.eventstore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores batches of appends, each batch by one transaction. Used by the writer's thread only. */
final class BatchStore {

    private static final Logger log = LoggerFactory.getLogger(BatchStore.class);

    private final AppendTransaction.Source transactions;
    private final CommitInquiry inquiry;
    private final KnownVersions known = new KnownVersions();

    BatchStore(AppendTransaction.Source transactions, CommitInquiry inquiry) {
        this.transactions = transactions;
        this.inquiry = inquiry;
    }

    /** Stores a batch and settles each of its appends. */
    void store(List<PendingAppend> batch) {
        try {
            storeTogether(batch);
        } catch (EventStoreUnavailableException | UnknownOutcomeException e) {
            fail(batch, e);
        } catch (SQLException e) {
            known.forget();
            if (batch.size() > 1 && isAboutData(e)) {
                log.warn("A batch of {} appends was refused by the database, trying each alone", batch.size(), e);
                batch.forEach(pending -> store(List.of(pending)));
            } else {
                fail(batch, new EventStoreException("The append failed and nothing was stored: " + e.getMessage(), e));
            }
        }
    }

    private void fail(List<PendingAppend> batch, EventStoreException failure) {
        known.forget();
        batch.forEach(pending -> pending.failed(failure));
    }

    // SQLState classes 22 and 23: the rows, not the database. Only the append they belong to may suffer.
    private static boolean isAboutData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** Settles the batch, or throws when nothing of it was stored or its outcome cannot be known. */
    private void storeTogether(List<PendingAppend> batch) throws SQLException {
        if (batch.stream().allMatch(pending -> pending.append().isCheckOnly())) {
            check(batch);
            return;
        }
        Settlement settlement = new Settlement();
        try (AppendTransaction transaction = transactions.begin()) {
            LogHead head = transaction.lock();
            known.startAt(head.position());
            Set<String> unknown = known.unknownOf(batch);
            Map<String, StreamVersion> read = unknown.isEmpty() ? Map.of() : transaction.readVersions(unknown);
            BatchPlan plan = new BatchPlan(head, known.of(batch, read));
            batch.forEach(pending -> settlement.place(plan, pending));
            if (!plan.isEmpty()) {
                transaction.insertEvents(plan);
                transaction.moveHeads(plan);
                commit(transaction, plan);
            }
            known.committed(plan, read);
        }
        settlement.settle();
    }

    // Nothing to write, so no lock: one statement sees all streams as they were at one instant.
    private void check(List<PendingAppend> batch) throws SQLException {
        Settlement settlement = new Settlement();
        try (AppendTransaction transaction = transactions.begin()) {
            Set<String> all = new HashSet<>();
            batch.forEach(
                    pending -> all.addAll(pending.append().expectedVersions().keySet()));
            BatchPlan plan = new BatchPlan(LogHead.UNREAD, transaction.readVersions(all));
            batch.forEach(pending -> settlement.place(plan, pending));
        }
        settlement.settle();
    }

    private void commit(AppendTransaction transaction, BatchPlan plan) throws SQLException {
        try {
            transaction.commit();
        } catch (SQLException e) {
            transaction.close();
            if (!inquiry.wasStored(plan, e)) {
                throw e;
            }
        }
    }

    /** What each append of a batch will be told once the batch is durable. */
    private static final class Settlement {

        private final List<Runnable> answers = new ArrayList<>();

        void place(BatchPlan plan, PendingAppend pending) {
            try {
                AppendedRange range = plan.place(pending.append());
                answers.add(() -> pending.stored(range));
            } catch (ConcurrencyException e) {
                answers.add(() -> pending.failed(e));
            }
        }

        void settle() {
            answers.forEach(Runnable::run);
        }
    }
}
