package io.carat.core.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The SQL of an append, one round trip per step. All of it runs in one READ COMMITTED transaction. */
final class AppendStatements {

    // Locks the row in its own statement: the next one sees everything that was committed while this one waited.
    private static final String TAKE_POSITIONS = """
        UPDATE event_log_head
           SET last_position = last_position + ?,
               last_committed_at = greatest(last_committed_at, clock_timestamp())
        RETURNING last_position, last_committed_at\
        """;

    private static final String LOCK_LOG = "SELECT last_position FROM event_log_head FOR UPDATE";

    private static final String READ_VERSIONS = "SELECT stream_id, version FROM stream_head WHERE stream_id = ANY (?)";

    private static final String INSERT_EVENTS = """
        INSERT INTO domain_event (position, stream_id, stream_type, sequence, event_id, event_name, revision,
                                  occurred_at, committed_at, payload, metadata)
        SELECT ? + ordinal, stream_id, stream_type, sequence, event_id, event_name, revision,
               occurred_at, ?, payload, metadata
          FROM unnest(?::text[], ?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[],
                      ?::text[], ?::text[])
               WITH ORDINALITY AS event (stream_id, stream_type, sequence, event_id, event_name, revision,
                                         occurred_at, payload, metadata, ordinal)\
        """;

    private static final String MOVE_HEADS = """
        INSERT INTO stream_head (stream_id, stream_type, version, first_position, last_position)
        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
        ON CONFLICT (stream_id)
        DO UPDATE SET version = excluded.version, last_position = excluded.last_position\
        """;

    private static final String FIND_EVENT = "SELECT position FROM domain_event WHERE event_id = ?";

    private final Connection connection;

    AppendStatements(Connection connection) {
        this.connection = connection;
    }

    /** The position before the first one taken, and the time of the append. */
    record Taken(long base, Instant committedAt) {}

    Taken takePositions(int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_POSITIONS)) {
            statement.setInt(1, count);
            try (ResultSet row = one(statement.executeQuery())) {
                Instant committedAt = row.getObject(2, OffsetDateTime.class).toInstant();
                return new Taken(row.getLong(1) - count, committedAt);
            }
        }
    }

    /** Waits until no append is under way anywhere, for a bounded time. */
    void lockLog(Duration timeout) throws SQLException {
        try (Statement limit = connection.createStatement()) {
            limit.execute("SET LOCAL lock_timeout = " + timeout.toMillis());
        }
        try (PreparedStatement statement = connection.prepareStatement(LOCK_LOG)) {
            one(statement.executeQuery()).close();
        }
    }

    Map<String, Long> readVersions(Collection<String> streamIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ_VERSIONS)) {
            statement.setArray(1, connection.createArrayOf("text", streamIds.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, Long> versions = new HashMap<>();
                while (rows.next()) {
                    versions.put(rows.getString(1), rows.getLong(2));
                }
                return versions;
            }
        }
    }

    void insertEvents(List<StoredEvent> events, Taken taken) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_EVENTS)) {
            statement.setLong(1, taken.base());
            statement.setObject(2, taken.committedAt().atOffset(ZoneOffset.UTC));
            statement.setArray(3, column("text", events, StoredEvent::streamId));
            statement.setArray(4, column("text", events, StoredEvent::streamType));
            statement.setArray(5, column("bigint", events, StoredEvent::sequence));
            statement.setArray(6, column("uuid", events, StoredEvent::eventId));
            statement.setArray(7, column("text", events, StoredEvent::name));
            statement.setArray(8, column("text", events, StoredEvent::revision));
            statement.setArray(
                    9, column("text", events, event -> event.occurredAt().toString()));
            statement.setArray(10, column("text", events, StoredEvent::payload));
            statement.setArray(11, column("text", events, StoredEvent::metadata));
            statement.executeUpdate();
        }
    }

    void moveHeads(List<StoredEvent> events, Taken taken) throws SQLException {
        Collection<Head> heads = headsAfter(events, taken.base());
        try (PreparedStatement statement = connection.prepareStatement(MOVE_HEADS)) {
            statement.setArray(1, column("text", heads, Head::streamId));
            statement.setArray(2, column("text", heads, Head::streamType));
            statement.setArray(3, column("bigint", heads, Head::version));
            statement.setArray(4, column("bigint", heads, Head::firstPosition));
            statement.setArray(5, column("bigint", heads, Head::lastPosition));
            statement.executeUpdate();
        }
    }

    /** The position of an event, -1 if it is not stored. */
    long findEvent(StoredEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND_EVENT)) {
            statement.setObject(1, event.eventId());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    private record Head(String streamId, String streamType, long version, long firstPosition, long lastPosition) {}

    private static Collection<Head> headsAfter(List<StoredEvent> events, long base) {
        Map<String, Head> heads = new LinkedHashMap<>();
        long position = base;
        for (StoredEvent event : events) {
            position++;
            Head before = heads.get(event.streamId());
            long first = before == null ? position : before.firstPosition();
            heads.put(
                    event.streamId(),
                    new Head(event.streamId(), event.streamType(), event.sequence(), first, position));
        }
        return heads.values();
    }

    private <R> Array column(String type, Collection<R> rows, Function<R, ? extends @Nullable Object> value)
            throws SQLException {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        int index = 0;
        for (R row : rows) {
            values[index++] = value.apply(row);
        }
        return connection.createArrayOf(type, values);
    }

    private static ResultSet one(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new SQLException("event_log_head has no row: the event store's schema is incomplete");
        }
        return rows;
    }
}
