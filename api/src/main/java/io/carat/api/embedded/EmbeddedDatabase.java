package io.carat.api.embedded;

import io.carat.api.startup.CaratSettings;
import io.carat.api.startup.StartupRefused;
import io.carat.core.embedded.PostgresRefused;
import io.carat.core.embedded.PostgresServer;
import java.nio.file.Path;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The PostgreSQL inside the data directory. It is stopped by {@link #close()}, after all who use the data source. */
record EmbeddedDatabase(PostgresServer server) implements JdbcConnectionDetails, AutoCloseable {

    /** Starts PostgreSQL on this data, or refuses with its own last complaint. */
    static EmbeddedDatabase start(Path data, CaratSettings.Postgres settings) {
        try {
            return new EmbeddedDatabase(PostgresServer.start(data, settings.port(), settings.settings()));
        } catch (PostgresRefused e) {
            throw new StartupRefused(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String getJdbcUrl() {
        return server.jdbcUrl();
    }

    @Override
    public String getUsername() {
        return server.username();
    }

    @Override
    public String getPassword() {
        return server.password();
    }

    @Override
    public void close() {
        server.close();
    }
}
