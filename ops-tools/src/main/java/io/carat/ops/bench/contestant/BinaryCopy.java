package io.carat.ops.bench.contestant;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Reads and writes rows of one table in PostgreSQL's binary COPY format, whatever its columns are. */
final class BinaryCopy {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    // After them two integers: no flags, no extension.
    private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};

    private static final String COLUMNS = """
        SELECT attname FROM pg_attribute
         WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
         ORDER BY attnum\
        """;

    private final Connection connection;
    private final String table;
    private final List<String> columns;

    BinaryCopy(Connection connection, String table) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.columns = columns(connection, table);
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> columns = new ArrayList<>();
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
                return columns;
            }
        }
    }

    /** The rows that a WHERE clause (with what may follow it) selects, as templates. */
    List<RowTemplate> read(String where) throws SQLException {
        String sql = "COPY (SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE " + where
                + ") TO STDOUT (FORMAT binary)";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
            return parse(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
        } catch (IOException e) {
            throw new SQLException("The rows of " + table + " are not in the binary format", e);
        }
    }

    private List<RowTemplate> parse(DataInputStream in) throws IOException {
        in.skipNBytes(HEADER.length);
        List<RowTemplate> rows = new ArrayList<>();
        for (int fields = in.readShort(); fields >= 0; fields = in.readShort()) {
            rows.add(RowTemplate.read(columns, in));
        }
        return rows;
    }

    /** What a whole COPY of so many bytes of rows needs besides. */
    static int frameBytes() {
        return HEADER.length + TRAILER.length;
    }

    /** Begins a COPY in a buffer. */
    static void begin(ByteBuffer buffer) {
        buffer.clear();
        buffer.put(HEADER);
    }

    /** Sends the rows of a buffer; committed when the connection is in autocommit. */
    void send(ByteBuffer buffer) throws SQLException {
        buffer.put(TRAILER);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FORMAT binary)");
        copy.writeToCopy(buffer.array(), buffer.arrayOffset(), buffer.position());
        copy.endCopy();
    }
}
