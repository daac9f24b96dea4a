package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.StreamVersion;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores batches of appends, each by one transaction, and settles each append. Used by the writer's thread only.
 *
 * <p>As long as nobody else appends, the writer knows where the log ends, and a batch takes one round trip. When that
 * turns out wrong, or is not known, it takes the lock and reads.
 */
public final class BatchStore {

    private static final Logger log = LoggerFactory.getLogger(BatchStore.class);

    private final AppendTransaction.Source transactions;
    private final CommitInquiry inquiry;
    private final InstantSource clock;
    private final LongConsumer logReaches;
    private final KnownLog known = new KnownLog();

    /**
     * Stores by these transactions.
     *
     * @param logReaches hears how far the log reaches after each batch
     */
    public BatchStore(
            AppendTransaction.Source transactions,
            CommitInquiry inquiry,
            InstantSource clock,
            LongConsumer logReaches) {
        this.transactions = transactions;
        this.inquiry = inquiry;
        this.clock = clock;
        this.logReaches = logReaches;
    }

    /** Stores a batch and settles each of its appends. */
    void store(List<PendingAppend> batch) {
        try (AppendTransaction transaction = transactions.begin()) {
            long before = known.position();
            storeTogether(transaction, batch).settle();
            if (known.position() > before) {
                logReaches.accept(known.position());
            }
        } catch (EventStoreUnavailableException | UnknownOutcomeException e) {
            fail(batch, e);
        } catch (SQLException e) {
            known.forget();
            if (batch.size() > 1 && DatabaseAnswer.isAboutRows(e)) {
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

    private Settlement storeTogether(AppendTransaction transaction, List<PendingAppend> batch) throws SQLException {
        LogHead head = known.head();
        Settlement settlement = head == null || isCheckOnly(batch) ? null : storeAtOnce(transaction, head, batch);
        if (settlement == null) {
            settlement = isCheckOnly(batch) ? check(transaction, batch) : storeUnderLock(transaction, batch);
        }
        return settlement;
    }

    private static boolean isCheckOnly(List<PendingAppend> batch) {
        return batch.stream().allMatch(pending -> pending.append().isCheckOnly());
    }

    // Nothing to write, so no lock: one statement sees all streams as they were at one instant.
    private Settlement check(AppendTransaction transaction, List<PendingAppend> batch) throws SQLException {
        Set<String> all = new HashSet<>();
        batch.forEach(pending -> all.addAll(pending.append().expectedVersions().keySet()));
        BatchPlan plan = new BatchPlan(LogHead.UNREAD, clock.instant(), transaction.readVersions(all)::get);
        Settlement settlement = Settlement.of(batch, plan);
        if (!plan.isEmpty()) {
            throw new IllegalStateException("Events among appends that were to be checked only");
        }
        return settlement;
    }

    /** Null if what is known turns out wrong, or nothing can be stored on it. */
    private @Nullable Settlement storeAtOnce(AppendTransaction transaction, LogHead head, List<PendingAppend> batch)
            throws SQLException {
        learn(transaction, UnknownStreams.toBeRead(batch, known));
        BatchPlan plan = new BatchPlan(head, clock.instant(), known::versionOf);
        Settlement settlement = Settlement.of(batch, plan);
        if (plan.isEmpty()) {
            return null; // all refused on what is known, which may be out of date
        }
        try {
            transaction.writeAtOnce(plan);
        } catch (SQLException e) {
            if (DatabaseAnswer.isTaken(e)) {
                known.isSuspect();
                transaction.rollback();
                return null;
            }
            requireStored(transaction, plan, e);
        }
        known.stored(plan);
        return settlement;
    }

    private Settlement storeUnderLock(AppendTransaction transaction, List<PendingAppend> batch) throws SQLException {
        LogHead head = transaction.lock();
        known.headIs(head);
        learn(transaction, UnknownStreams.all(batch, known));
        BatchPlan plan = new BatchPlan(head, clock.instant(), known::versionOf);
        Settlement settlement = Settlement.of(batch, plan);
        if (!plan.isEmpty()) {
            transaction.write(plan);
            commit(transaction, plan);
            known.stored(plan);
        }
        return settlement;
    }

    private void learn(AppendTransaction transaction, Collection<String> streamIds) throws SQLException {
        if (!streamIds.isEmpty()) {
            Map<String, StreamVersion> read = transaction.readVersions(streamIds);
            streamIds.forEach(id -> known.read(id, read.getOrDefault(id, StreamVersion.NONE)));
        }
    }

    private void commit(AppendTransaction transaction, BatchPlan plan) throws SQLException {
        try {
            transaction.commit();
        } catch (SQLException e) {
            requireStored(transaction, plan, e);
        }
    }

    /** Returns if the plan was stored in spite of the failure. */
    private void requireStored(AppendTransaction transaction, BatchPlan plan, SQLException failure)
            throws SQLException {
        transaction.close();
        if (!DatabaseAnswer.leavesOutcomeUnknown(failure) || !inquiry.wasStored(plan, failure)) {
            throw failure;
        }
    }
}
