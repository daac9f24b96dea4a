package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.Hash;
import io.carat.core.eventstore.chain.StreamVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SQL of an append, READ COMMITTED. */
public final class PostgresAppendTransaction implements AppendTransaction {

    // A statement of its own: the next one sees everything that was committed while this one waited.
    private static final String LOCK =
            "SELECT last_position, last_committed_at, log_hash FROM event_log_head FOR UPDATE";

    private static final String READ_VERSIONS =
            "SELECT stream_id, version, last_hash FROM stream_head WHERE stream_id = ANY (?)";

    private static final String HASH_AT = "SELECT hash FROM domain_event WHERE position = ?";

    private static final Logger log = LoggerFactory.getLogger(PostgresAppendTransaction.class);

    private final Connection connection;

    private PostgresAppendTransaction(Connection connection) {
        this.connection = connection;
    }

    /** Transactions on connections of a pool. */
    public static Source from(DataSource pool) {
        return () -> {
            try {
                return new PostgresAppendTransaction(pool.getConnection());
            } catch (SQLException e) {
                throw new EventStoreUnavailableException(e);
            }
        };
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
    public void writeAtOnce(BatchPlan plan) throws SQLException {
        PlanStatement.writeAndCommit(connection, plan);
        connection.setAutoCommit(true);
    }

    @Override
    public LogHead lock() throws SQLException {
        connection.setAutoCommit(false);
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
    public @Nullable Hash hashAt(long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HASH_AT)) {
            statement.setLong(1, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Hash.of(row.getBytes(1)) : null;
            }
        }
    }

    @Override
    public void write(BatchPlan plan) throws SQLException {
        PlanStatement.write(connection, plan);
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback() throws SQLException {
        if (!connection.isClosed() && !connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() {
        try (connection) {
            rollback();
        } catch (SQLException e) {
            // a dead connection: the server rolls back by itself, and the outcome of a commit is found by reading
            log.debug("A connection of the event store failed to end", e);
        }
    }
}
