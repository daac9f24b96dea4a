package io.carat.core.eventstore;

import io.carat.core.eventstore.chain.Hash;
import io.carat.core.eventstore.chain.StreamVersion;
import io.carat.core.eventstore.writer.EventStoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The SQL that reads the log. No connection is kept while events are handled. */
final class EventLogReader implements EventPositions {

    private static final String COLUMNS = """
        SELECT position, stream_id, stream_type, sequence, event_id, event_name, revision, occurred_at,
               payload, metadata
          FROM domain_event\
        """;

    // The index of streams leaves first events out: the head of a stream says where its first one is.
    private static final String READ_FIRST = COLUMNS + " WHERE position = ?";
    // The positions name the partitions to look into.
    private static final String READ_FURTHER = COLUMNS
            + " WHERE stream_id = ? AND sequence > 0 AND sequence BETWEEN ? AND ? AND position BETWEEN ? AND ?"
            + " ORDER BY sequence";
    private static final String READ_LOG = COLUMNS + " WHERE position > ? ORDER BY position LIMIT ?";
    private static final String HEAD = "SELECT last_position FROM event_log_head";
    private static final String HEAD_OF_STREAM =
            "SELECT version, last_hash, first_position, last_position FROM stream_head WHERE stream_id = ?";
    private static final String SNAPSHOT =
            "SELECT version, position, hash, payload FROM aggregate_snapshot WHERE stream_id = ? AND revision = ?";
    private static final String COMMITTED_BEFORE =
            "SELECT position FROM domain_event WHERE position = ? AND committed_at < ?";

    private final DataSource dataSource;

    EventLogReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A stream as it is now; empty if it does not exist. */
    Optional<StreamExtent> extent(String streamId) {
        return query(HEAD_OF_STREAM, EventLogReader::extent, streamId);
    }

    /** The newest snapshot of a stream of a revision. */
    Optional<StoredSnapshot> snapshot(String streamId, String revision) {
        return query(SNAPSHOT, EventLogReader::snapshot, streamId, revision);
    }

    /** The events of a stream from a sequence on, which is not before a position, up to the end of an extent. */
    List<TrackedDomainEventData<String>> readStream(
            String streamId, long firstSequence, long firstPosition, StreamExtent extent) {
        List<TrackedDomainEventData<String>> events = new ArrayList<>();
        if (firstSequence == 0) {
            events.addAll(query(READ_FIRST, EventLogReader::events, extent.firstPosition()));
        }
        if (extent.version().sequence() > 0) {
            events.addAll(query(
                    READ_FURTHER,
                    EventLogReader::events,
                    streamId,
                    firstSequence,
                    extent.version().sequence(),
                    firstPosition,
                    extent.lastPosition()));
        }
        return events;
    }

    List<TrackedDomainEventData<String>> readAfter(long position, int limit) {
        return query(READ_LOG, EventLogReader::events, position, limit);
    }

    @Override
    public long headPosition() {
        return query(HEAD, EventLogReader::number).orElse(0);
    }

    @Override
    public OptionalLong firstPosition(String streamId) {
        return extent(streamId)
                .map(StreamExtent::firstPosition)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** The position of the last event committed before an instant, 0 if there is none. */
    long lastPositionBefore(Instant instant) {
        // Positions have no gaps and commit times never decrease with them: a binary search needs no index on time.
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        long known = 0;
        long candidate = headPosition();
        while (known < candidate) {
            long middle = known + (candidate - known + 1) / 2;
            if (query(COMMITTED_BEFORE, EventLogReader::number, middle, time).isPresent()) {
                known = middle;
            } else {
                candidate = middle - 1;
            }
        }
        return known;
    }

    private interface Rows<R> {
        R read(ResultSet rows) throws SQLException;
    }

    private <R> R query(String sql, Rows<R> rows, Object... parameters) {
        try (Connection connection = connect()) {
            return query(connection, sql, rows, parameters);
        } catch (SQLException e) {
            throw new EventStoreException("The event store could not be read: " + e.getMessage(), e);
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new EventStoreUnavailableException(e);
        }
    }

    private static <R> R query(Connection connection, String sql, Rows<R> rows, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return rows.read(result);
            }
        }
    }

    private static OptionalLong number(ResultSet rows) throws SQLException {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
    }

    private static Optional<StreamExtent> extent(ResultSet rows) throws SQLException {
        return rows.next()
                ? Optional.of(new StreamExtent(
                        new StreamVersion(rows.getLong(1), Hash.of(rows.getBytes(2))),
                        rows.getLong(3),
                        rows.getLong(4)))
                : Optional.empty();
    }

    private static Optional<StoredSnapshot> snapshot(ResultSet rows) throws SQLException {
        return rows.next()
                ? Optional.of(new StoredSnapshot(
                        new StreamVersion(rows.getLong(1), Hash.of(rows.getBytes(3))),
                        rows.getLong(2),
                        rows.getString(4)))
                : Optional.empty();
    }

    private static List<TrackedDomainEventData<String>> events(ResultSet rows) throws SQLException {
        List<TrackedDomainEventData<String>> events = new ArrayList<>();
        while (rows.next()) {
            events.add(event(rows));
        }
        return events;
    }

    private static TrackedDomainEventData<String> event(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(row.getLong("position")),
                new GenericDomainEventEntry<>(
                        row.getString("stream_type"),
                        row.getString("stream_id"),
                        row.getLong("sequence"),
                        row.getString("event_id"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getString("event_name"),
                        row.getString("revision"),
                        row.getString("payload"),
                        row.getString("metadata")));
    }
}
