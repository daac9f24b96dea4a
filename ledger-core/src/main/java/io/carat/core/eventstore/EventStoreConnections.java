package io.carat.core.eventstore;

import javax.sql.DataSource;

/**
 * The event store's own pools, of READ COMMITTED connections. Two, so that a crowd of commands that read cannot keep the
 * writer, for which they all wait, from its connection.
 *
 * @param reading for commands and event processors that read
 * @param writing for the writer, its inquiries, the listener, snapshots and partitions: {@value #WRITING_SIZE} suffice
 */
public record EventStoreConnections(DataSource reading, DataSource writing) {

    /** Connections that are in use at most on the writing side. */
    public static final int WRITING_SIZE = 5;
}
