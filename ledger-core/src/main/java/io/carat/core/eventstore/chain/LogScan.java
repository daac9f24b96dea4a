package io.carat.core.eventstore.chain;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads the whole log in the order of positions, one row in memory at a time, as the bytes that were hashed. It leaves
 * the connection's transaction as it was.
 */
public final class LogScan implements AutoCloseable {

    private static final String COPY =
            "COPY (SELECT " + CopyFormat.COLUMNS + " FROM domain_event ORDER BY position) TO STDOUT BINARY";

    // Sorting would first write the whole log to temporary files; the primary key has the order already.
    private static final String IN_ORDER_OF_THE_KEY = "SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off";

    private final Connection connection;
    private final Savepoint before;
    private final CopyOut copy;
    private boolean started;

    private LogScan(Connection connection, Savepoint before, CopyOut copy) {
        this.connection = connection;
        this.before = before;
        this.copy = copy;
    }

    /**
     * Begins at position 1.
     *
     * @param connection in a transaction, not used by anybody else until the scan is closed
     */
    public static LogScan open(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(IN_ORDER_OF_THE_KEY);
        }
        return new LogScan(
                connection,
                before,
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY));
    }

    /** The next row, null after the last. */
    public @Nullable LogRow next() throws SQLException {
        byte[] message = copy.isActive() ? copy.readFromCopy() : null;
        if (message == null) {
            return null;
        }
        ByteBuffer row = ByteBuffer.wrap(message);
        if (!started) {
            started = true;
            row.position(CopyFormat.HEADER_BYTES);
        }
        return row.getShort() == CopyFormat.END ? next() : new LogRow(row);
    }

    /** Reads over what is left, since the driver cannot end a COPY early without losing count of the answers. */
    @Override
    public void close() throws SQLException {
        while (copy.isActive()) {
            copy.readFromCopy();
        }
        connection.rollback(before);
    }
}
