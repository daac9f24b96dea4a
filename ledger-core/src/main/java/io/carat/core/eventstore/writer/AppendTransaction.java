package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.Hash;
import io.carat.core.eventstore.chain.StreamVersion;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which a batch is stored, in one of two ways: at once, on a known end of the log, which takes one round
 * trip; or step by step, under the lock of the log.
 */
public interface AppendTransaction extends AutoCloseable {

    /** Opens connections. */
    @FunctionalInterface
    interface Source {

        /** A connection without a transaction; {@link EventStoreUnavailableException} if there is none to be had. */
        AppendTransaction begin();
    }

    /** The versions of those of these streams that exist, all at one instant. */
    Map<String, StreamVersion> readVersions(Collection<String> streamIds) throws SQLException;

    /**
     * Stores a plan durably, if the log still ends where the plan starts and the streams that it creates do not exist.
     *
     * @throws SQLException of SQLState 23505 if that is not so; of another if the database refused the rows; without an
     *     answer of the database, the outcome is unknown
     */
    void writeAtOnce(BatchPlan plan) throws SQLException;

    /** Begins a transaction, waits for the lock of the log, which it holds to its end, and reads where the log ends. */
    LogHead lock() throws SQLException;

    /** The hash of the event at a position, null if there is none. */
    @Nullable
    Hash hashAt(long position) throws SQLException;

    /** Writes a plan that starts where the locked log ends. */
    void write(BatchPlan plan) throws SQLException;

    /** Makes it durable. Without an answer of the database, the outcome is unknown. */
    void commit() throws SQLException;

    /** Undoes what was not committed; the connection has no transaction after it. */
    void rollback() throws SQLException;

    /** Undoes what was not committed and gives the connection back. */
    @Override
    void close();
}
