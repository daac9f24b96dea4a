package io.carat.core.signedhead;

import io.carat.core.eventstore.chain.Hash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.function.Consumer;

/** The SQL of signed heads. */
public final class HeadTable {

    /** The name of the table. */
    public static final String NAME = "signed_head";

    private static final int PAGE = 10_000;

    private static final String ADD = """
        INSERT INTO signed_head (position, key_id, log_hash, signed_at, signature)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (position, key_id) DO NOTHING\
        """;
    private static final String READ =
            "SELECT position, log_hash, signed_at, key_id, signature FROM signed_head ORDER BY position, key_id";
    private static final String END = "SELECT last_position, log_hash FROM event_log_head";

    private HeadTable() {}

    /**
     * Where the log ends.
     *
     * @param position of the last event, 0 if there is none
     */
    record LogEnd(long position, Hash logHash) {}

    static LogEnd end(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(END)) {
            if (!row.next()) {
                throw new SQLException("event_log_head has no row: the event store's schema is incomplete");
            }
            return new LogEnd(row.getLong(1), Hash.of(row.getBytes(2)));
        }
    }

    /** Adds a head, unless the key has signed at that position before. */
    static void add(Connection connection, SignedHead head) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, head.position());
            statement.setString(2, head.keyId());
            statement.setBytes(3, head.logHash().bytes());
            statement.setObject(4, head.signedAt().atOffset(ZoneOffset.UTC));
            statement.setBytes(5, Base64.getDecoder().decode(head.signature()));
            statement.executeUpdate();
        }
    }

    /**
     * Hands over all heads by position.
     *
     * @param connection in a transaction, so that they come page by page
     */
    public static void read(Connection connection, Consumer<SignedHead> reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(PAGE);
            try (ResultSet rows = statement.executeQuery(READ)) {
                while (rows.next()) {
                    reader.accept(head(rows));
                }
            }
        }
    }

    private static SignedHead head(ResultSet row) throws SQLException {
        return new SignedHead(
                row.getLong(1),
                hash(row.getBytes(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                Base64.getEncoder().encodeToString(row.getBytes(5)));
    }

    // What is no hash becomes one that no signature fits.
    private static Hash hash(byte[] stored) {
        return stored.length == Hash.BYTES ? Hash.of(stored) : Hash.ZERO;
    }
}
