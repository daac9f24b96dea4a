package io.carat.ops.bench.contestant;

import io.carat.ops.client.CaratFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Small statements. */
final class Sql {

    private Sql() {}

    /** What may go wrong with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Opens a connection. */
    @FunctionalInterface
    interface Source {
        Connection open() throws SQLException;
    }

    static <T> T with(Source source, Work<T> work) {
        try (Connection connection = source.open()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new CaratFailure("The database does not do as told: " + e.getMessage(), e);
        }
    }

    static long number(DataSource dataSource, String sql) {
        return with(dataSource::getConnection, connection -> number(connection, sql));
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
