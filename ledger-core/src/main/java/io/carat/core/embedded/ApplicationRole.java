package io.carat.core.embedded;

import io.carat.core.host.OneLine;
import io.carat.core.host.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database and the role of the application, which owns it but is no superuser. {@code postgres.env} tells people's own
 * {@code psql} how to reach it.
 */
final class ApplicationRole {

    static final String NAME = "carat";

    private ApplicationRole() {}

    static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /** Creates role and database where they are missing. */
    static void ensure(int port, String password, Path data) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "pg_roles WHERE rolname")) {
                statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
            }
            if (isMissing(statement, "pg_database WHERE datname")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
            PrivateFile.write(data.resolve("postgres.env"), environment(port, password));
        } catch (SQLException | IOException e) {
            throw new PostgresRefused("the embedded database cannot be prepared (" + OneLine.of(e) + ")", e);
        }
    }

    private static boolean isMissing(Statement statement, String where) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + where + " = '" + NAME + "'")) {
            return !row.next();
        }
    }

    private static String environment(int port, String password) {
        return """
            PGHOST=127.0.0.1
            PGPORT=%d
            PGDATABASE=%s
            PGUSER=%s
            PGPASSWORD=%s
            """.formatted(port, NAME, NAME, password);
    }
}
