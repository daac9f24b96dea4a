package io.carat.api.embedded;

import io.carat.api.startup.CaratSettings;
import io.carat.api.startup.OneLine;
import io.carat.api.startup.StartupRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * PostgreSQL inside the data directory, on a loopback port, with durable settings. It is stopped by {@link #close()}, after
 * all who use the data source, and never by a hook of its own.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    /** Long, since a start after a crash replays what was written since the last checkpoint. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final int PORT_ATTEMPTS = 3;

    private final PostgresPrograms programs;
    private final PostgresCluster cluster;
    private final int port;

    private EmbeddedDatabase(PostgresPrograms programs, PostgresCluster cluster, int port) {
        this.programs = programs;
        this.cluster = cluster;
        this.port = port;
    }

    /** Starts PostgreSQL on this data, or refuses with its own last complaint. */
    static EmbeddedDatabase start(Path data, CaratSettings.Postgres settings) {
        PostgresLog log = PostgresLog.open(data.resolve("postgres.log"));
        PostgresPrograms programs =
                new PostgresPrograms(PostgresBinaries.unpacked(data.resolve("binaries")), log.file());
        PostgresCluster cluster = new PostgresCluster(data);
        programs.requireRunnable();
        cluster.prepare(programs, log);
        StalePostmaster.stop(programs, cluster.pgdata());
        String password = cluster.password();
        EmbeddedDatabase database = start(programs, cluster, log, settings);
        try {
            ApplicationRole.ensure(database.port, password, data);
        } catch (StartupRefused e) {
            database.close();
            throw e;
        }
        LOG.info("PostgreSQL runs in {} on loopback port {}", cluster.pgdata(), database.port);
        return database;
    }

    private static EmbeddedDatabase start(
            PostgresPrograms programs, PostgresCluster cluster, PostgresLog log, CaratSettings.Postgres settings) {
        for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
            int port = settings.port() == 0 ? freePort() : settings.port();
            boolean started = programs.run(
                    "pg_ctl",
                    "-D",
                    cluster.pgdata().toString(),
                    "-l",
                    log.file().toString(),
                    "-w",
                    "-t",
                    Long.toString(START_TIMEOUT.toSeconds()),
                    "-s",
                    "-o",
                    DurableSettings.options(port, settings.settings()),
                    "start");
            if (started) {
                return new EmbeddedDatabase(programs, cluster, port);
            }
            if (!log.says("Address already in use")) {
                break;
            }
        }
        throw new StartupRefused("PostgreSQL does not start in " + cluster.pgdata() + " ("
                + OneLine.of(log.lastComplaint()) + "); see " + log.file());
    }

    @Override
    public String getJdbcUrl() {
        return ApplicationRole.jdbcUrl(port);
    }

    @Override
    public String getUsername() {
        return ApplicationRole.NAME;
    }

    @Override
    public String getPassword() {
        return cluster.password();
    }

    @Override
    public void close() {
        boolean running = Files.exists(cluster.pgdata().resolve("postmaster.pid"));
        if (running && !stop("fast") && !stop("immediate")) {
            LOG.error("PostgreSQL in {} did not stop", cluster.pgdata());
        }
    }

    private boolean stop(String mode) {
        return programs.run(
                "pg_ctl",
                "-D",
                cluster.pgdata().toString(),
                "-m",
                mode,
                "-w",
                "-t",
                Long.toString(STOP_TIMEOUT.toSeconds()),
                "-s",
                "stop");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupRefused("there is no free loopback port for PostgreSQL (" + OneLine.of(e) + ")", e);
        }
    }
}
