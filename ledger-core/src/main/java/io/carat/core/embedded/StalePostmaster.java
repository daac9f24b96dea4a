package io.carat.core.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived a killed server. It is known by the pid file in our own data directory, which this server holds,
 * so no living server uses it. A pid that meanwhile belongs to another program is left alone.
 */
final class StalePostmaster {

    private static final Logger LOG = LoggerFactory.getLogger(StalePostmaster.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    private StalePostmaster() {}

    /** Stops it when there is one; refuses to start when it does not stop in time. */
    static void stop(PostgresPrograms programs, Path pgdata) {
        Path pidFile = pgdata.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> postmaster = running(pgdata);
        if (postmaster.isEmpty()) {
            remove(pidFile);
            return;
        }
        LOG.info(
                "Stopping the PostgreSQL that outlived the previous server (process {})",
                postmaster.get().pid());
        programs.stop(pgdata, "fast", STOP_TIMEOUT);
        requireEnded(postmaster.get());
    }

    /** The postmaster that the data directory's pid file names, when that is what runs under this pid. */
    static Optional<ProcessHandle> running(Path pgdata) {
        try {
            long pid = Long.parseLong(Files.readAllLines(pgdata.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            return ProcessHandle.of(pid).filter(process -> isPostgresIn(process, pgdata));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Where the system does not show working directories, the pid file has to do. */
    private static boolean isPostgresIn(ProcessHandle process, Path pgdata) {
        try {
            Path workingDirectory = workingDirectory(process);
            return isPostgres(process)
                    && (!Files.exists(workingDirectory) || Files.isSameFile(workingDirectory, pgdata));
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    static Path workingDirectory(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()), "cwd");
    }

    private static void remove(Path pidFile) {
        try {
            Files.delete(pidFile);
        } catch (IOException e) {
            throw new PostgresRefused("the stale " + pidFile + " cannot be removed", e);
        }
    }

    private static void requireEnded(ProcessHandle postmaster) {
        try {
            postmaster.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new PostgresRefused(
                    "the PostgreSQL of a previous run (process " + postmaster.pid()
                            + ") does not stop; end it by hand and start again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresRefused("interrupted while waiting for process " + postmaster.pid(), e);
        }
    }
}
