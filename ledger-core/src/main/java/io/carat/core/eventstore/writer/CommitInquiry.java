package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.Hash;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds out whether a batch was stored whose commit was not answered. It first takes the lock that every batch holds:
 * absence seen without it proves nothing, because the lost transaction may still be about to commit.
 */
public final class CommitInquiry {

    /** How long a lost commit is asked about before its outcome is reported as unknown. */
    public static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final AppendTransaction.Source transactions;
    private final Duration timeout;

    /** Asks by these transactions, for as long as given before the outcome counts as unknown. */
    public CommitInquiry(AppendTransaction.Source transactions, Duration timeout) {
        this.transactions = transactions;
        this.timeout = timeout;
    }

    /**
     * Whether the batch was stored.
     *
     * @throws UnknownOutcomeException if the database does not answer in time
     */
    boolean wasStored(BatchPlan plan, SQLException cause) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            try {
                return isStored(plan);
            } catch (SQLException | EventStoreUnavailableException e) {
                cause.addSuppressed(e);
                if (System.nanoTime() - deadline >= 0) {
                    throw new UnknownOutcomeException(
                            "The database was lost during a commit and did not come back within " + timeout, cause);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
            }
        }
    }

    // Either the batch has taken its positions, or somebody else has, or nobody: its first hash tells which.
    private boolean isStored(BatchPlan plan) throws SQLException {
        try (AppendTransaction transaction = transactions.begin()) {
            transaction.lock();
            Hash found = transaction.hashAt(plan.start().position() + 1);
            return found != null
                    && found.equals(plan.events().getFirst().version().hash());
        }
    }
}
