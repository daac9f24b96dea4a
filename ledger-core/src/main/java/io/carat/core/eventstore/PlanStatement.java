package io.carat.core.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan, by statements that the driver sends together with the beginning of their transaction, in one round
 * trip: none of them returns rows, for which it would wait. If the log does not end where the plan starts, the first
 * changes nothing and the second fails, because its positions are taken.
 */
final class PlanStatement {

    private static final String MOVE_LOG = """
        UPDATE event_log_head
           SET last_position = ?, last_committed_at = ?, log_hash = ?
         WHERE last_position = ?\
        """;

    private static final String INSERT_EVENTS = """
        INSERT INTO domain_event (position, committed_at, hash, stream_type, stream_id, sequence, event_id,
                                  event_name, revision, occurred_at, payload, metadata)
        SELECT ?::bigint + ordinal, ?, hash, stream_type, stream_id, sequence, event_id,
               event_name, revision, occurred_at, payload, metadata
          FROM unnest(?::bytea[], ?::text[], ?::text[], ?::bigint[], ?::uuid[],
                      ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[])
               WITH ORDINALITY AS event (hash, stream_type, stream_id, sequence, event_id,
                                         event_name, revision, occurred_at, payload, metadata, ordinal)\
        """;

    private static final String CREATE_STREAMS = """
        INSERT INTO stream_head (stream_id, stream_type, version, first_position, last_position, last_hash)
        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])\
        """;

    private static final String MOVE_STREAMS = """
        UPDATE stream_head AS head
           SET version = move.version, last_position = move.last_position, last_hash = move.last_hash
          FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bytea[])
               AS move (stream_id, version, last_position, last_hash)
         WHERE head.stream_id = move.stream_id\
        """;

    private static final String COMMIT = "COMMIT";

    private static final String WRITE = String.join(";\n", MOVE_LOG, INSERT_EVENTS, CREATE_STREAMS, MOVE_STREAMS);

    private final Connection connection;
    private final PreparedStatement statement;
    private int parameter;

    private PlanStatement(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /** Writes within the connection's transaction. */
    static void write(Connection connection, BatchPlan plan) throws SQLException {
        execute(connection, WRITE, plan);
    }

    /** Writes and commits in the same round trip; the connection has no transaction before and after. */
    static void writeAndCommit(Connection connection, BatchPlan plan) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, WRITE + ";\n" + COMMIT, plan);
    }

    private static void execute(Connection connection, String sql, BatchPlan plan) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            PlanStatement parameters = new PlanStatement(connection, statement);
            parameters.log(plan);
            parameters.events(plan);
            parameters.created(plan.moves().stream().filter(StreamMove::creates).toList());
            parameters.moved(
                    plan.moves().stream().filter(move -> !move.creates()).toList());
            statement.execute();
        }
    }

    private void log(BatchPlan plan) throws SQLException {
        statement.setLong(++parameter, plan.lastPosition());
        statement.setObject(++parameter, plan.time().atOffset(ZoneOffset.UTC));
        statement.setBytes(++parameter, plan.logHash().bytes());
        statement.setLong(++parameter, plan.start().position());
    }

    private void events(BatchPlan plan) throws SQLException {
        List<ChainedEvent> events = plan.events();
        statement.setLong(++parameter, plan.start().position());
        statement.setObject(++parameter, plan.time().atOffset(ZoneOffset.UTC));
        column("bytea", byte[][]::new, events, event -> event.version().hash().bytes());
        column("text", String[]::new, events, event -> event.event().streamType());
        column("text", String[]::new, events, event -> event.event().streamId());
        column("bigint", Long[]::new, events, event -> event.event().sequence());
        column("uuid", String[]::new, events, event -> event.event().eventId().toString());
        column("text", String[]::new, events, event -> event.event().name());
        column("text", String[]::new, events, event -> event.event().revision());
        column(
                "timestamptz",
                String[]::new,
                events,
                event -> event.event().occurredAt().toString());
        column("text", String[]::new, events, event -> event.event().payload());
        column("text", String[]::new, events, event -> event.event().metadata());
    }

    private void created(List<StreamMove> moves) throws SQLException {
        column("text", String[]::new, moves, StreamMove::streamId);
        column("text", String[]::new, moves, StreamMove::streamType);
        column("bigint", Long[]::new, moves, move -> move.version().sequence());
        column("bigint", Long[]::new, moves, StreamMove::firstPosition);
        column("bigint", Long[]::new, moves, StreamMove::lastPosition);
        column("bytea", byte[][]::new, moves, move -> move.version().hash().bytes());
    }

    private void moved(List<StreamMove> moves) throws SQLException {
        column("text", String[]::new, moves, StreamMove::streamId);
        column("bigint", Long[]::new, moves, move -> move.version().sequence());
        column("bigint", Long[]::new, moves, StreamMove::lastPosition);
        column("bytea", byte[][]::new, moves, move -> move.version().hash().bytes());
    }

    private <R, V> void column(
            String type, IntFunction<V[]> newArray, Collection<R> rows, Function<R, ? extends @Nullable V> value)
            throws SQLException {
        V[] values = newArray.apply(rows.size());
        int index = 0;
        for (R row : rows) {
            values[index++] = value.apply(row);
        }
        statement.setArray(++parameter, connection.createArrayOf(type, values));
    }
}
