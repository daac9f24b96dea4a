package io.carat.ops.crash;

import io.carat.ops.client.CaratFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The event log of servers that were killed, at rest.
 *
 * @param url the JDBC URL of their database
 * @param nodeData the data directory of each server, with what is kept outside the database
 */
public record LogUnderTest(String url, String username, String password, List<Path> nodeData) {

    public LogUnderTest {
        nodeData = List.copyOf(nodeData);
    }

    /** A new connection to the database; to be closed. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** The position of the last event, 0 if there is none. */
    long lastPosition() {
        return number("SELECT max(position) FROM domain_event");
    }

    /** The last position that a node has signed, 0 if there is none. */
    long lastSignedPosition() {
        return number("SELECT max(position) FROM signed_head");
    }

    private long number(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new CaratFailure("The log cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
