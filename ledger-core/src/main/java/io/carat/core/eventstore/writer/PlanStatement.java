package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.EventFields;
import io.carat.core.postgres.BinaryArray;
import io.carat.core.postgres.PgType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.BaseConnection;

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
        INSERT INTO stream_head (stream_type, first_position, stream_id, version, last_position, last_hash)
        SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bytea[])\
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

    private final BaseConnection connection;
    private final PreparedStatement statement;
    private int parameter;

    private PlanStatement(Connection connection, PreparedStatement statement) throws SQLException {
        this.connection = connection.unwrap(BaseConnection.class);
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
            parameters.streams(plan);
            statement.execute();
        }
    }

    private void streams(BatchPlan plan) throws SQLException {
        List<StreamMove> created = new ArrayList<>();
        List<StreamMove> moved = new ArrayList<>();
        plan.moves().forEach(move -> (move.creates() ? created : moved).add(move));
        created(created);
        moved(moved);
    }

    private void log(BatchPlan plan) throws SQLException {
        statement.setLong(++parameter, plan.lastPosition());
        statement.setObject(++parameter, plan.time().atOffset(ZoneOffset.UTC));
        statement.setBytes(++parameter, plan.logHash().bytes());
        statement.setLong(++parameter, plan.start().position());
    }

    private void events(BatchPlan plan) throws SQLException {
        statement.setLong(++parameter, plan.start().position());
        statement.setObject(++parameter, plan.time().atOffset(ZoneOffset.UTC));
        BinaryArray hashes = BinaryArray.of(PgType.BYTEA);
        plan.events().forEach(event -> hashes.add(event.version().hash().bytes()));
        set(hashes);
        for (BinaryArray column : EventFields.columns(plan.events())) {
            set(column);
        }
    }

    private void created(List<StreamMove> moves) throws SQLException {
        BinaryArray types = BinaryArray.of(PgType.TEXT);
        BinaryArray firsts = BinaryArray.of(PgType.BIGINT);
        for (StreamMove move : moves) {
            types.add(move.streamType());
            firsts.add(move.firstPosition());
        }
        set(types);
        set(firsts);
        moved(moves);
    }

    private void moved(List<StreamMove> moves) throws SQLException {
        BinaryArray streams = BinaryArray.of(PgType.TEXT);
        BinaryArray versions = BinaryArray.of(PgType.BIGINT);
        BinaryArray lasts = BinaryArray.of(PgType.BIGINT);
        BinaryArray hashes = BinaryArray.of(PgType.BYTEA);
        for (StreamMove move : moves) {
            streams.add(move.streamId());
            versions.add(move.version().sequence());
            lasts.add(move.lastPosition());
            hashes.add(move.version().hash().bytes());
        }
        set(streams);
        set(versions);
        set(lasts);
        set(hashes);
    }

    private void set(BinaryArray array) throws SQLException {
        statement.setArray(++parameter, array.on(connection));
    }
}
