package io.carat.ops.bench.contestant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes an empty table like another one: columns, checks, indexes, storage, and one partition where it has any. */
final class LikeTable {

    private static final String PARTITION_KEY = "SELECT pg_get_partkeydef(?::regclass)";

    private LikeTable() {}

    static void create(Connection connection, String original, String schema, String name) throws SQLException {
        String table = schema + "." + name;
        String like = "CREATE TABLE " + table + " (LIKE " + original + " INCLUDING ALL)";
        String key = partitionKey(connection, original);
        Sql.execute(connection, "CREATE SCHEMA " + schema);
        if (key == null) {
            Sql.execute(connection, like);
        } else {
            Sql.execute(
                    connection,
                    like + " PARTITION BY " + key,
                    "CREATE TABLE " + table + "_1 PARTITION OF " + table + " FOR VALUES FROM (MINVALUE) TO (MAXVALUE)");
        }
    }

    private static @Nullable String partitionKey(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PARTITION_KEY)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
