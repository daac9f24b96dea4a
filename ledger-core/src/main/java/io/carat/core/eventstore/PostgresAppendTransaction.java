package io.carat.core.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SQL of an append: one round trip per step, READ COMMITTED. */
final class PostgresAppendTransaction implements AppendTransaction {

    /** The channel on which nodes tell each other how far the log reaches. */
    static final String CHANNEL = "carat_log";

    // A statement of its own: the next one sees everything that was committed while this one waited.
    private static final String LOCK = """
        SELECT last_position, greatest(last_committed_at, clock_timestamp()), log_hash
          FROM event_log_head
           FOR UPDATE\
        """;

    private static final String READ_VERSIONS =
            "SELECT stream_id, version, last_hash FROM stream_head WHERE stream_id = ANY (?)";

    private static final String HASH_AT = "SELECT hash FROM domain_event WHERE position = ?";

    private static final String COPY_EVENTS = "COPY domain_event (" + EventRows.NAMES + ") FROM STDIN BINARY";

    // All of it at once: the new end of the log, new streams, streams that moved, and word to the other nodes.
    private static final String MOVE_HEADS = """
        WITH move AS MATERIALIZED (
            SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])
                       AS move (stream_id, stream_type, version, first_position, last_position, last_hash)
        ), created AS (
            INSERT INTO stream_head (stream_id, stream_type, version, first_position, last_position, last_hash)
            SELECT * FROM move WHERE first_position IS NOT NULL
        ), moved AS (
            UPDATE stream_head AS head
               SET version = move.version, last_position = move.last_position, last_hash = move.last_hash
              FROM move
             WHERE move.first_position IS NULL AND head.stream_id = move.stream_id
        )
        UPDATE event_log_head
           SET last_position = ?, last_committed_at = ?, log_hash = ?
        RETURNING pg_notify('carat_log', last_position::text)\
        """;

    private static final Logger log = LoggerFactory.getLogger(PostgresAppendTransaction.class);

    private final Connection connection;
    private boolean ended;

    private PostgresAppendTransaction(Connection connection) {
        this.connection = connection;
    }

    static Source from(DataSource pool) {
        return () -> {
            try {
                Connection connection = pool.getConnection();
                connection.setAutoCommit(false);
                return new PostgresAppendTransaction(connection);
            } catch (SQLException e) {
                throw new EventStoreUnavailableException(e);
            }
        };
    }

    @Override
    public LogHead lock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("event_log_head has no row: the event store's schema is incomplete");
            }
            return new LogHead(
                    row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), Hash.of(row.getBytes(3)));
        }
    }

    @Override
    public Map<String, StreamVersion> readVersions(Collection<String> streamIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ_VERSIONS)) {
            statement.setArray(1, connection.createArrayOf("text", streamIds.toArray(String[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, StreamVersion> versions = new HashMap<>();
                while (rows.next()) {
                    versions.put(rows.getString(1), new StreamVersion(rows.getLong(2), Hash.of(rows.getBytes(3))));
                }
                return versions;
            }
        }
    }

    @Override
    public @Nullable Hash hashAt(long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HASH_AT)) {
            statement.setLong(1, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Hash.of(row.getBytes(1)) : null;
            }
        }
    }

    @Override
    public void insertEvents(BatchPlan plan) throws SQLException {
        byte[] rows = EventRows.of(plan);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY_EVENTS);
        try {
            copy.writeToCopy(rows, 0, rows.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @Override
    public void moveHeads(BatchPlan plan) throws SQLException {
        List<StreamMove> moves = List.copyOf(plan.moves());
        try (PreparedStatement statement = connection.prepareStatement(MOVE_HEADS)) {
            statement.setArray(1, array("text", moves, String[]::new, StreamMove::streamId));
            statement.setArray(2, array("text", moves, String[]::new, StreamMove::streamType));
            statement.setArray(
                    3,
                    array("bigint", moves, Long[]::new, move -> move.version().sequence()));
            statement.setArray(4, array("bigint", moves, Long[]::new, StreamMove::firstPosition));
            statement.setArray(5, array("bigint", moves, Long[]::new, StreamMove::lastPosition));
            statement.setArray(
                    6,
                    array(
                            "bytea",
                            moves,
                            byte[][]::new,
                            move -> move.version().hash().bytes()));
            statement.setLong(7, plan.lastPosition());
            statement.setObject(8, plan.start().time().atOffset(ZoneOffset.UTC));
            statement.setBytes(9, plan.logHash().bytes());
            statement.execute();
        }
    }

    private <V> Array array(
            String type,
            List<StreamMove> moves,
            IntFunction<V[]> newArray,
            Function<StreamMove, ? extends @Nullable V> column)
            throws SQLException {
        return connection.createArrayOf(type, moves.stream().map(column).toArray(newArray));
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
        ended = true;
    }

    @Override
    public void close() {
        try (connection) {
            if (!ended) {
                ended = true;
                connection.rollback();
            }
        } catch (SQLException e) {
            // a dead connection: the server rolls back by itself, and the outcome of a commit is found by reading
            log.debug("A connection of the event store failed to end", e);
        }
    }
}
