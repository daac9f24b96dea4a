package io.carat.api.embedded;

import io.carat.api.startup.StartupRefused;
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
        Optional<ProcessHandle> postmaster = postmaster(pidFile, pgdata);
        if (postmaster.isEmpty()) {
            remove(pidFile);
            return;
        }
        LOG.info(
                "Stopping the PostgreSQL that outlived the previous server (process {})",
                postmaster.get().pid());
        programs.run(
                "pg_ctl",
                "-D",
                pgdata.toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                Long.toString(STOP_TIMEOUT.toSeconds()),
                "-s",
                "stop");
        requireEnded(postmaster.get());
    }

    private static Optional<ProcessHandle> postmaster(Path pidFile, Path pgdata) {
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid).filter(process -> isPostgresIn(process, pgdata));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgresIn(ProcessHandle process, Path pgdata) {
        boolean postgres = process.info()
                .command()
                .map(Path::of)
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
        Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return postgres && (!Files.exists(workingDirectory) || Files.isSameFile(workingDirectory, pgdata));
        } catch (IOException e) {
            return false;
        }
    }

    private static void remove(Path pidFile) {
        try {
            Files.delete(pidFile);
        } catch (IOException e) {
            throw new StartupRefused("the stale " + pidFile + " cannot be removed", e);
        }
    }

    private static void requireEnded(ProcessHandle postmaster) {
        try {
            postmaster.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartupRefused(
                    "the PostgreSQL of a previous run (process " + postmaster.pid()
                            + ") does not stop; end it by hand and start again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupRefused("interrupted while waiting for process " + postmaster.pid(), e);
        }
    }
}
