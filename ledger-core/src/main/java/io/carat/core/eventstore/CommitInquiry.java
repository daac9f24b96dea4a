package io.carat.core.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Finds out whether an append was stored whose commit was not answered. It first takes the lock that every append
 * holds: absence seen without it proves nothing, because the lost transaction may still be about to commit.
 */
final class CommitInquiry {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final Duration timeout;

    CommitInquiry(DataSource dataSource, Duration timeout) {
        this.dataSource = dataSource;
        this.timeout = timeout;
    }

    /**
     * Whether the append was stored.
     *
     * @throws UnknownOutcomeException if the database does not answer in time
     */
    boolean wasStored(Append append, SQLException cause) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            try {
                return isStored(append);
            } catch (SQLException e) {
                cause.addSuppressed(e);
                if (System.nanoTime() - deadline >= 0) {
                    throw new UnknownOutcomeException(
                            "The database was lost during a commit and did not come back within " + timeout, cause);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
            }
        }
    }

    private boolean isStored(Append append) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            AppendStatements statements = new AppendStatements(connection);
            statements.lockLog(timeout);
            boolean stored = statements.findEvent(append.events().getFirst()) >= 0;
            connection.rollback();
            return stored;
        }
    }
}
