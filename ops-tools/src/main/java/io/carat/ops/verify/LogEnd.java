package io.carat.ops.verify;

import io.carat.core.eventstore.chain.Hash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The row of event_log_head. */
record LogEnd(long position, Instant committedAt, Hash logHash) {

    /** Of no log. */
    static final LogEnd NONE = new LogEnd(0, Instant.EPOCH, Hash.ZERO);

    private static final String TABLE = "the table event_log_head";
    private static final String READ = "SELECT last_position, last_committed_at, log_hash FROM event_log_head";

    /** Empty when there is not exactly one row with a hash. */
    static Optional<LogEnd> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ)) {
            if (!row.next()) {
                return Optional.empty();
            }
            byte[] hash = row.getBytes(3);
            if (hash == null || hash.length != Hash.BYTES) {
                return Optional.empty();
            }
            LogEnd end = new LogEnd(
                    row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), Hash.of(hash));
            return row.next() ? Optional.empty() : Optional.of(end);
        }
    }

    Checkpoint checkpoint() {
        return new Checkpoint(position, logHash, false, TABLE);
    }
}
