package io.carat.core.embedded;

import io.carat.core.host.OneLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's programs, their output appended to one log file. PostgreSQL refuses to run as root, so root runs it in
 * a user namespace of its own, where it is nobody but still owns root's files.
 */
final class PostgresPrograms {

    private static final int ROOT = 0;

    private final PostgresBinaries binaries;
    private final Path log;
    private final List<String> prefix;

    PostgresPrograms(PostgresBinaries binaries, Path log) {
        this.binaries = binaries;
        this.log = log;
        this.prefix = runsAsRoot() ? List.of("unshare", "-U") : List.of();
    }

    /** Runs a program to its end, and tells whether that was a success. */
    boolean run(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.tool(program).toString());
        command.addAll(List.of(arguments));
        return execute(command);
    }

    /** Starts the postmaster and waits until it accepts connections; tells whether it does. */
    boolean start(Path pgdata, String options, Duration timeout) {
        return run(
                "pg_ctl",
                "-D",
                pgdata.toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                Long.toString(timeout.toSeconds()),
                "-s",
                "-o",
                options,
                "start");
    }

    /** Stops the postmaster, in {@code pg_ctl}'s mode {@code fast} or {@code immediate}; tells whether it ended. */
    boolean stop(Path pgdata, String mode, Duration timeout) {
        return run(
                "pg_ctl",
                "-D",
                pgdata.toString(),
                "-m",
                mode,
                "-w",
                "-t",
                Long.toString(timeout.toSeconds()),
                "-s",
                "stop");
    }

    /** The major version of these programs, such as {@code 18}. */
    String majorVersion() {
        try {
            Process version = new ProcessBuilder(binaries.tool("postgres").toString(), "--version").start();
            String words = new String(version.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return words.replaceFirst("(?s)^\\D*(\\d+).*$", "$1");
        } catch (IOException e) {
            throw new PostgresRefused(
                    "the PostgreSQL programs in " + binaries.home() + " do not run (" + OneLine.of(e) + ")", e);
        }
    }

    /** Refuses to start when root has no user namespaces here. */
    void requireRunnable() {
        if (!prefix.isEmpty() && !execute(List.of("unshare", "-U", "true"))) {
            throw new PostgresRefused("PostgreSQL does not run as root, and this system allows no user namespaces:"
                    + " run Carat as another user, or give a database by SPRING_DATASOURCE_URL");
        }
    }

    private boolean execute(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            throw new PostgresRefused("cannot run " + command.getFirst() + " (" + OneLine.of(e) + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresRefused("interrupted while running " + command.getFirst(), e);
        }
    }

    private static boolean runsAsRoot() {
        try {
            Path self = Path.of("/proc/self");
            return Files.exists(self) && (int) Files.getAttribute(self, "unix:uid") == ROOT;
        } catch (IOException e) {
            return false;
        }
    }
}
