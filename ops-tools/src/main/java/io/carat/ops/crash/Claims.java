package io.carat.ops.crash;

import io.carat.ops.client.CaratFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Which node works for which processors. */
record Claims(LogUnderTest log) {

    private static final String BUSIEST = """
        SELECT owner FROM token_entry WHERE owner IS NOT NULL GROUP BY owner ORDER BY count(*) DESC, owner LIMIT 1
        """;
    private static final String COUNT = "SELECT count(*)::text FROM token_entry WHERE owner = ?";

    /** The node with most segments of processors. */
    String busiest() {
        return text(BUSIEST);
    }

    /** How many segments a node has. */
    long of(String node) {
        return Long.parseLong(text(COUNT, node));
    }

    private String text(String query, String... parameters) {
        try (Connection connection = log.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new CaratFailure("No node has claimed a processor.");
                }
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new CaratFailure("The claims cannot be read: " + e.getMessage(), e);
        }
    }
}
