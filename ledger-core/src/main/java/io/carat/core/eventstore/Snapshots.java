package io.carat.core.eventstore;

import io.carat.core.eventstore.chain.StreamVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.axonframework.serialization.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots of long streams in the background, from states that are durable and in memory: no stream is read for
 * it and no command waits. A snapshot that is missed is taken {@value #EVERY} events later.
 */
final class Snapshots implements AutoCloseable {

    /** Events of a stream between two snapshots. */
    static final int EVERY = 100;

    /** Snapshots that may wait; more are missed. */
    static final int MAX_WAITING = 1_000;

    private static final String STORE = """
        INSERT INTO aggregate_snapshot (stream_id, stream_type, revision, version, position, hash, payload)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (stream_id) DO UPDATE
           SET revision = excluded.revision, version = excluded.version, position = excluded.position,
               hash = excluded.hash, payload = excluded.payload, taken_at = excluded.taken_at
         WHERE aggregate_snapshot.version < excluded.version OR aggregate_snapshot.revision <> excluded.revision\
        """;

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

    private final DataSource dataSource;
    private final SnapshotForm form;
    private final BlockingQueue<Next> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread thread;

    Snapshots(DataSource dataSource, SnapshotForm form) {
        this.dataSource = dataSource;
        this.form = form;
        this.thread = Thread.ofVirtual().name("snapshots").start(this::run);
    }

    /**
     * A durable state.
     *
     * @param position of the last event that it includes
     */
    record Taken(String streamId, AggregateType<?> type, StreamVersion version, long position, Object state)
            implements Next {}

    sealed interface Next {}

    record End() implements Next {}

    /** Whether a stream that went from one version to another is due. */
    static boolean isDue(long before, long after) {
        return (before + 1) / EVERY != (after + 1) / EVERY;
    }

    /** Stores a snapshot soon, or not at all. */
    void offer(Taken taken) {
        if (!waiting.offer(taken)) {
            log.debug("Too many snapshots wait; that of {} is missed", taken.streamId());
        }
    }

    private void run() {
        try {
            for (Next next = waiting.take(); next instanceof Taken taken; next = waiting.take()) {
                tryStore(taken);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryStore(Taken taken) {
        try {
            store(taken);
        } catch (SQLException | SerializationException e) {
            log.warn("The snapshot of {} could not be stored; its events are", taken.streamId(), e);
        }
    }

    private void store(Taken taken) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setString(1, taken.streamId());
            statement.setString(2, taken.type().name());
            statement.setString(3, taken.type().stateRevision());
            statement.setLong(4, taken.version().sequence());
            statement.setLong(5, taken.position());
            statement.setBytes(6, taken.version().hash().bytes());
            statement.setString(7, form.write(taken.state()));
            statement.executeUpdate();
        }
    }

    /** Ends after the snapshot at hand; what waits is missed. */
    @Override
    public void close() {
        waiting.clear();
        try {
            waiting.put(new End());
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
