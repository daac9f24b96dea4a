package io.carat.core.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL inside a data directory, on a loopback port, with durable settings. It is stopped by {@link #close()} and
 * never by a hook of its own. One caller at a time: the methods that start and stop are not for concurrent use.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private final Path data;
    private final PostgresPrograms programs;
    private final PostgresCluster cluster;
    private final Map<String, String> settings;
    private final int port;

    private PostgresServer(
            Path data, PostgresPrograms programs, PostgresCluster cluster, Map<String, String> settings, int port) {
        this.data = data;
        this.programs = programs;
        this.cluster = cluster;
        this.settings = settings;
        this.port = port;
    }

    /**
     * Starts PostgreSQL on this data; makes the data where there are none, and the application's role and database.
     *
     * @param data the data directory, held by the caller alone; PostgreSQL's files are in {@code postgres} inside
     * @param port the loopback port, 0 for any free one
     * @param settings server settings that override the durable defaults
     * @throws PostgresRefused with PostgreSQL's own last complaint when it does not start
     */
    public static PostgresServer start(Path data, int port, Map<String, String> settings) {
        PostgresLog log = PostgresLog.open(data.resolve("postgres.log"));
        PostgresPrograms programs =
                new PostgresPrograms(PostgresBinaries.unpacked(data.resolve("binaries")), log.file());
        PostgresCluster cluster = new PostgresCluster(data);
        programs.requireRunnable();
        cluster.prepare(programs, log);
        StalePostmaster.stop(programs, cluster.pgdata());
        String password = cluster.password();
        int bound = new PostgresStart(programs, cluster.pgdata(), log).on(port, settings);
        PostgresServer server = new PostgresServer(data, programs, cluster, Map.copyOf(settings), bound);
        try {
            ApplicationRole.ensure(bound, password, data);
        } catch (PostgresRefused e) {
            server.close();
            throw e;
        }
        LOG.info("PostgreSQL runs in {} on loopback port {}", cluster.pgdata(), bound);
        return server;
    }

    /** The application's database. */
    public String jdbcUrl() {
        return ApplicationRole.jdbcUrl(port);
    }

    /** The application's role, which owns its database but is no superuser. */
    public String username() {
        return ApplicationRole.NAME;
    }

    /** The password of the application's role. */
    public String password() {
        return cluster.password();
    }

    /** The loopback port; it stays the same over {@link #restart()}. */
    public int port() {
        return port;
    }

    /** The process id of the postmaster; empty when it does not run. */
    public OptionalLong postmaster() {
        return StalePostmaster.running(cluster.pgdata()).stream()
                .mapToLong(ProcessHandle::pid)
                .findAny();
    }

    /**
     * Kills the postmaster and all its processes with SIGKILL, as a lost machine would, and returns once they are gone. For
     * tests of crashes.
     */
    public void kill() {
        PostgresKill.all(cluster.pgdata());
    }

    /**
     * Starts it again on its port, after {@link #close()}, {@link #kill()} or while it runs.
     *
     * @throws PostgresRefused with PostgreSQL's own last complaint when it does not start
     */
    public void restart() {
        PostgresLog log = PostgresLog.open(data.resolve("postgres.log"));
        StalePostmaster.stop(programs, cluster.pgdata());
        new PostgresStart(programs, cluster.pgdata(), log).on(port, settings);
    }

    /** Stops it at once, but in order: sessions are ended, and what was committed is on disk. */
    @Override
    public void close() {
        boolean running = Files.exists(cluster.pgdata().resolve("postmaster.pid"));
        if (running && !stop("fast") && !stop("immediate")) {
            LOG.error("PostgreSQL in {} did not stop", cluster.pgdata());
        }
    }

    private boolean stop(String mode) {
        return programs.stop(cluster.pgdata(), mode, STOP_TIMEOUT);
    }
}
