package io.carat.ops.verify;

import io.carat.core.embedded.PostgresRefused;
import io.carat.core.embedded.PostgresServer;
import io.carat.core.host.OneLine;
import io.carat.ops.client.CaratFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the database of a log: one that was named, the one of a server that runs on a data directory, or that of
 * a data directory on which none runs. Then PostgreSQL is started for it, and stopped when this is closed.
 */
public final class LogDatabase implements AutoCloseable {

    private final Connection connection;
    private final Runnable leave;

    private LogDatabase(Connection connection, Runnable leave) {
        this.connection = connection;
        this.leave = leave;
    }

    /**
     * Connects to a database.
     *
     * @throws CaratFailure when it cannot be reached
     */
    public static LogDatabase at(String url, @Nullable String username, @Nullable String password) {
        return new LogDatabase(connect(url, username, password, "Check SPRING_DATASOURCE_URL."), () -> {});
    }

    /**
     * Connects to the database inside a data directory.
     *
     * @throws CaratFailure when there is none, or it cannot be started or reached
     */
    public static LogDatabase in(Path data) {
        if (!Files.exists(data.resolve("postgres/PG_VERSION"))) {
            throw new CaratFailure("There is no database in " + data + ". Give the data directory by --data, or the"
                    + " database by SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
        }
        Optional<DataDirectoryLock> lock = DataDirectoryLock.take(data);
        return lock.isPresent() ? started(data, lock.get()) : ofRunningServer(data);
    }

    private static LogDatabase ofRunningServer(Path data) {
        Map<String, String> access = environment(data.resolve("postgres.env"));
        String url = "jdbc:postgresql://%s:%s/%s"
                .formatted(access.get("PGHOST"), access.get("PGPORT"), access.get("PGDATABASE"));
        Connection connection = connect(
                url,
                access.get("PGUSER"),
                access.get("PGPASSWORD"),
                "Is the server on " + data + " just starting or stopping? Try again.");
        return new LogDatabase(connection, () -> {});
    }

    private static Map<String, String> environment(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("=", 2))
                    .filter(setting -> setting.length == 2)
                    .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        } catch (IOException e) {
            throw new CaratFailure(
                    "A server runs on this data directory, but " + file + " cannot be read (" + OneLine.of(e) + ").",
                    e);
        }
    }

    private static LogDatabase started(Path data, DataDirectoryLock lock) {
        StartedServer server = new StartedServer(lock);
        try {
            PostgresServer postgres = server.start(data);
            return new LogDatabase(
                    connect(postgres.jdbcUrl(), postgres.username(), postgres.password(), "See postgres.log."),
                    server::close);
        } catch (PostgresRefused e) {
            server.close();
            throw new CaratFailure("The database cannot be started: " + e.getMessage() + ".", e);
        } catch (CaratFailure e) {
            server.close();
            throw e;
        }
    }

    private static Connection connect(String url, @Nullable String username, @Nullable String password, String advice) {
        try {
            return DriverManager.getConnection(url, username, password);
        } catch (SQLException e) {
            throw new CaratFailure(
                    "The database " + url.replaceFirst("[?].*$", "") + " cannot be used (" + OneLine.of(e) + "). "
                            + advice,
                    e);
        }
    }

    /** The one connection. */
    public Connection connection() {
        return connection;
    }

    /** Closes the connection, and stops what was started for it. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CaratFailure("The database could not be left cleanly (" + OneLine.of(e) + ").", e);
        } finally {
            leave.run();
        }
    }
}
