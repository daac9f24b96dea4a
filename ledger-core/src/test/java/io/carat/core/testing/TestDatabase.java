package io.carat.core.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * A database of its own on an embedded PostgreSQL that all tests of a JVM share. Fast rather than durable: what a test
 * stores need not survive the machine.
 */
public final class TestDatabase implements AutoCloseable {

    /** Connections that all tests of a JVM may hold together. */
    private static final int MAX_CONNECTIONS = 400;

    private static final int POOL_SIZE = 20;

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private static @Nullable EmbeddedPostgres server;

    private final String name;
    private final String jdbcUrl;
    private final HikariDataSource dataSource;

    private TestDatabase(String name, String jdbcUrl) {
        this.name = name;
        this.jdbcUrl = jdbcUrl;
        this.dataSource = pool(POOL_SIZE);
    }

    /** A new, empty database. */
    public static TestDatabase fresh() {
        EmbeddedPostgres running = server();
        String name = "test_" + COUNTER.incrementAndGet();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No database for this test", e);
        }
        return new TestDatabase(name, running.getJdbcUrl("postgres", name));
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", Integer.toString(MAX_CONNECTIONS))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    /** Runs every migration that is on the class path. */
    public TestDatabase migrate() {
        Flyway.configure().dataSource(dataSource).load().migrate();
        return this;
    }

    /** The pool of this database; closed with it. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** A further pool; to be closed by the caller. */
    public HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(username());
        config.setPassword(password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** The name of the database. */
    public String name() {
        return name;
    }

    /** Where it is. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** Its owner. */
    public String username() {
        return "postgres";
    }

    /** Its owner's password. */
    public String password() {
        return "postgres";
    }

    /** Closes the pool. The database goes with the JVM. */
    @Override
    public void close() {
        dataSource.close();
    }
}
