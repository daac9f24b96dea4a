package io.carat.api.embedded;

import io.carat.api.startup.OneLine;
import io.carat.api.startup.StartupRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The major version of these programs, such as {@code 18}. */
    String majorVersion() {
        try {
            Process version = new ProcessBuilder(binaries.tool("postgres").toString(), "--version").start();
            String words = new String(version.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return words.replaceFirst("(?s)^\\D*(\\d+).*$", "$1");
        } catch (IOException e) {
            throw new StartupRefused(
                    "the PostgreSQL programs in " + binaries.home() + " do not run (" + OneLine.of(e) + ")", e);
        }
    }

    /** Refuses to start when root has no user namespaces here. */
    void requireRunnable() {
        if (!prefix.isEmpty() && !execute(List.of("unshare", "-U", "true"))) {
            throw new StartupRefused("PostgreSQL does not run as root, and this system allows no user namespaces:"
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
            throw new StartupRefused("cannot run " + command.getFirst() + " (" + OneLine.of(e) + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupRefused("interrupted while running " + command.getFirst(), e);
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
