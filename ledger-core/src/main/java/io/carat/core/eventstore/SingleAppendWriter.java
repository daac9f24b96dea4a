package io.carat.core.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction per append, made by the calling thread. */
final class SingleAppendWriter implements AppendWriter {

    /** How long a lost commit is asked about before its outcome is reported as unknown. */
    static final Duration INQUIRY_TIMEOUT = Duration.ofSeconds(10);

    private static final PostgresConflicts CONFLICTS = new PostgresConflicts();

    private static final Logger log = LoggerFactory.getLogger(SingleAppendWriter.class);

    private final DataSource dataSource;
    private final CommitInquiry inquiry;

    SingleAppendWriter(DataSource dataSource) {
        this(dataSource, INQUIRY_TIMEOUT);
    }

    SingleAppendWriter(DataSource dataSource, Duration inquiryTimeout) {
        this.dataSource = dataSource;
        this.inquiry = new CommitInquiry(dataSource, inquiryTimeout);
    }

    @Override
    public AppendedRange append(Append append) {
        Connection connection = connect();
        try {
            AppendedRange range = prepare(connection, append);
            return commit(connection, append, range);
        } catch (SQLException e) {
            throw notStored(e);
        } finally {
            close(connection);
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new EventStoreUnavailableException(e);
        }
    }

    // By now the outcome is known, and a connection that fails to close does not change it.
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("A connection of the event store failed to close", e);
        }
    }

    private static AppendedRange prepare(Connection connection, Append append) throws SQLException {
        try {
            connection.setAutoCommit(false);
            AppendStatements statements = new AppendStatements(connection);
            AppendStatements.Taken taken =
                    statements.takePositions(append.events().size());
            append.requireVersions(
                    statements.readVersions(append.expectedVersions().keySet()));
            statements.insertEvents(append.events(), taken);
            statements.moveHeads(append.events(), taken);
            return new AppendedRange(
                    taken.base() + 1, taken.base() + append.events().size());
        } catch (SQLException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        }
    }

    private AppendedRange commit(Connection connection, Append append, AppendedRange range) {
        try {
            connection.commit();
            return range;
        } catch (SQLException e) {
            if (inquiry.wasStored(append, e)) {
                return range;
            }
            throw notStored(e);
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e); // a dead connection: the server rolls back by itself
        }
    }

    private static RuntimeException notStored(SQLException e) {
        if (CONFLICTS.isDuplicateKeyViolation(e)) {
            return new ConcurrencyException("Another append was first", e);
        }
        return new EventStoreException("The append failed and nothing was stored: " + e.getMessage(), e);
    }
}
