package io.carat.api.embedded;

import io.carat.api.startup.StartupRefused;
import io.carat.core.host.OneLine;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A configured database, tried once before the pool is built, since a pool would wait for half a minute. */
record ExternalDatabase(
        String url, @Nullable String username, @Nullable String password) implements JdbcConnectionDetails {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalDatabase.class);
    private static final String CONNECT_TIMEOUT_SECONDS = "10";

    /** Refuses to start when the database cannot be reached or refuses the login. */
    ExternalDatabase requireReachable() {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartupRefused("the setting spring.datasource.url = '" + withoutParameters()
                    + "' is not valid: expected jdbc:postgresql://HOST:PORT/DATABASE");
        }
        Properties login = new Properties();
        login.setProperty("loginTimeout", CONNECT_TIMEOUT_SECONDS);
        login.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        if (username != null) {
            login.setProperty("user", username);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        try (Connection connection = DriverManager.getConnection(url, login)) {
            DatabaseMetaData server = connection.getMetaData();
            LOG.info("Uses {} {}", server.getDatabaseProductName(), server.getDatabaseProductVersion());
            return this;
        } catch (SQLException e) {
            throw new StartupRefused(explanation(e), e);
        }
    }

    private String explanation(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String database = "the database " + withoutParameters();
        return switch (state) {
            case "28P01", "28000" ->
                database + " refuses user '" + username
                        + "': wrong password or no access; check SPRING_DATASOURCE_USERNAME and"
                        + " SPRING_DATASOURCE_PASSWORD";
            case "3D000" -> database + " does not exist on that server; create it or check SPRING_DATASOURCE_URL";
            case "08001", "08004", "08006" ->
                database + " is unreachable (" + OneLine.of(OneLine.rootOf(e))
                        + "); start it or check SPRING_DATASOURCE_URL";
            default -> database + " cannot be used (" + OneLine.of(e) + "); check SPRING_DATASOURCE_URL";
        };
    }

    /** Parameters may hold a password. */
    private String withoutParameters() {
        return url.replaceFirst("[?].*$", "");
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public @Nullable String getUsername() {
        return username;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }
}
