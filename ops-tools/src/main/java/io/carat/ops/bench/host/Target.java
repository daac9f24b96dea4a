package io.carat.ops.bench.host;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database to run on.
 *
 * @param jdbcUrl where it is, without parameters
 * @param postmaster the process id of its PostgreSQL, 0 when it is not to be measured
 */
public record Target(String jdbcUrl, String username, String password, long postmaster) {

    /** A connection of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }

    @Override
    public String toString() {
        return jdbcUrl;
    }
}
