package io.carat.ops.bench.host;

import io.carat.core.embedded.PostgresRefused;
import io.carat.core.embedded.PostgresServer;
import io.carat.ops.client.CaratFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A PostgreSQL of its own in a temporary directory, with the settings that a Carat server gives its own. */
public final class BenchPostgres implements Databases {

    private static final List<String> TOLD = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "shared_buffers",
            "max_wal_size",
            "wal_sync_method");

    /** All contestants keep their connections open while one of them runs. */
    private static final Map<String, String> SETTINGS = Map.of("max_connections", "300");

    private final Path directory;
    private final PostgresServer server;
    private final List<String> told;
    private boolean closed;

    private BenchPostgres(Path directory, PostgresServer server, Set<String> chosen) {
        this.directory = directory;
        this.server = server;
        this.told = Stream.concat(TOLD.stream(), chosen.stream().sorted())
                .distinct()
                .toList();
    }

    /**
     * Starts it.
     *
     * @param parent where the temporary directory is made; on the disk that is to be measured
     * @param chosen settings over those of a Carat server, told with the results
     * @throws CaratFailure when it does not start
     */
    public static BenchPostgres start(Path parent, Map<String, String> chosen) {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.putAll(chosen);
        Path directory = temporary(parent);
        try {
            return new BenchPostgres(directory, PostgresServer.start(directory, 0, settings), chosen.keySet());
        } catch (PostgresRefused e) {
            delete(directory);
            throw new CaratFailure("No PostgreSQL: " + e.getMessage(), e);
        }
    }

    private static Path temporary(Path parent) {
        try {
            return Files.createTempDirectory(parent, "carat-bench-");
        } catch (IOException e) {
            throw new CaratFailure(
                    "No temporary directory can be made in " + parent + ". Choose another with --dir.", e);
        }
    }

    @Override
    public Target create(String name) {
        administer("CREATE DATABASE " + name + " OWNER " + server.username());
        return new Target(
                url(name),
                server.username(),
                server.password(),
                server.postmaster().orElse(0));
    }

    @Override
    public void checkpoint() {
        administer("CHECKPOINT");
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            for (String name : told) {
                try (ResultSet row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    settings.put(name, row.getString(1));
                }
            }
            return settings;
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    @Override
    public Path directory() {
        return directory;
    }

    private void administer(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    // Both roles of an embedded PostgreSQL have the same password.
    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(url("postgres"), "postgres", server.password());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    private static CaratFailure lost(SQLException cause) {
        return new CaratFailure("The benchmark's PostgreSQL does not do as told: " + cause.getMessage(), cause);
    }

    /** Stops it and deletes its directory; once, whoever comes first. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            server.close();
            delete(directory);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new CaratFailure("The temporary directory " + directory + " cannot be deleted.", e);
        }
    }
}
