package io.carat.core.eventstore;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of storing a batch, in their order, in one transaction. */
interface AppendTransaction extends AutoCloseable {

    /** Opens a transaction. */
    @FunctionalInterface
    interface Source {

        /** A new transaction; {@link EventStoreUnavailableException} if the database cannot be reached. */
        AppendTransaction begin();
    }

    /** Waits for the lock of the log, which is held until the end, and reads where the log ends. */
    LogHead lock() throws SQLException;

    /** The versions of those of these streams that exist. */
    Map<String, StreamVersion> readVersions(Collection<String> streamIds) throws SQLException;

    /** The hash of the event at a position, null if there is none. */
    @Nullable
    Hash hashAt(long position) throws SQLException;

    /** Writes the events of a plan. */
    void insertEvents(BatchPlan plan) throws SQLException;

    /** Writes where a plan leaves its streams and the log, and tells the other nodes. */
    void moveHeads(BatchPlan plan) throws SQLException;

    /** Makes it durable. A failure leaves the outcome unknown. */
    void commit() throws SQLException;

    /** Undoes what was not committed and gives the connection back. */
    @Override
    void close();
}
