package io.carat.ops.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds out which event it is that something is wrong with. */
final class EventLookup {

    /** How far behind a gap its stream is looked for. */
    private static final long MAX_EVENTS = 1_000_000;

    private static final String AT =
            "SELECT position, stream_id, sequence, event_name FROM domain_event WHERE position = ?";

    private static final String HEAD_THERE =
            "SELECT last_position, stream_id, version, NULL FROM stream_head WHERE last_position = ?";

    // First events are not in the index of streams: the head of a stream says where they are.
    private static final String STREAM_BEHIND = """
        SELECT ?, stream_id, sequence - 1, NULL FROM domain_event AS event
         WHERE position > ? AND position <= ? AND sequence > 0
           AND CASE WHEN sequence = 1
               THEN NOT EXISTS (SELECT FROM stream_head AS head JOIN domain_event AS first
                                  ON first.position = head.first_position AND first.stream_id = head.stream_id
                                 WHERE head.stream_id = event.stream_id)
               ELSE NOT EXISTS (SELECT FROM domain_event AS before
                                 WHERE before.stream_id = event.stream_id AND before.sequence > 0
                                   AND before.sequence = event.sequence - 1)
               END
         ORDER BY position LIMIT 1\
        """;

    private static final String DETACHED = """
        SELECT relname FROM pg_class
         WHERE relname ~ '^domain_event_p[0-9]+$' AND relkind = 'r' AND NOT relispartition
         ORDER BY relname LIMIT 1\
        """;

    private final Connection connection;

    EventLookup(Connection connection) {
        this.connection = connection;
    }

    /** The event at a position, empty if there is none. */
    Optional<EventPlace> at(long position) throws SQLException {
        return place(AT, position);
    }

    /** The event that must have been at a position, as its stream's head or the rest of its stream tells. */
    Optional<EventPlace> missingAt(long position) throws SQLException {
        Optional<EventPlace> last = place(HEAD_THERE, position);
        return last.isPresent() ? last : place(STREAM_BEHIND, position, position, position + MAX_EVENTS);
    }

    /** The name of a partition that is one no more. */
    Optional<String> detachedPartition() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DETACHED);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private Optional<EventPlace> place(String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setLong(index + 1, parameters[index]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new EventPlace(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)))
                        : Optional.empty();
            }
        }
    }
}
