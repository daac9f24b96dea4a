package io.carat.core.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Kills a postmaster with all its processes: known by their program and by working in this very data directory. */
final class PostgresKill {

    private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(10);
    /** A process that was forked while the others were being killed is found by the next look. */
    private static final int LOOKS = 10;

    private PostgresKill() {}

    /** Returns once none is left: while one is, its shared memory keeps a new postmaster from starting. */
    static void all(Path pgdata) {
        for (int look = 1; look <= LOOKS; look++) {
            List<ProcessHandle> found = running(pgdata);
            if (found.isEmpty()) {
                return;
            }
            found.forEach(ProcessHandle::destroyForcibly);
            found.forEach(PostgresKill::awaitEnd);
        }
        throw new PostgresRefused("the PostgreSQL in " + pgdata + " cannot be killed");
    }

    private static List<ProcessHandle> running(Path pgdata) {
        return ProcessHandle.allProcesses()
                .filter(StalePostmaster::isPostgres)
                .filter(process -> worksIn(process, pgdata))
                .toList();
    }

    /** Strict: a process whose folder is not shown to us is somebody else's. */
    private static boolean worksIn(ProcessHandle process, Path pgdata) {
        try {
            return Files.isSameFile(StalePostmaster.workingDirectory(process), pgdata);
        } catch (IOException e) {
            return false;
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(EXIT_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new PostgresRefused("the process " + process.pid() + " of PostgreSQL does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresRefused("interrupted while waiting for process " + process.pid(), e);
        }
    }
}
