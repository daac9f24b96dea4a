package io.carat.ops.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the figures were taken on.
 *
 * @param cores as the JVM sees them
 * @param memoryBytes of the machine
 * @param diskType the file system that the database is on
 * @param postgres the settings of PostgreSQL that matter
 */
public record Machine(
        String os,
        String cpu,
        int cores,
        long memoryBytes,
        String diskType,
        String java,
        Map<String, String> postgres) {

    /** This machine and this PostgreSQL. */
    public static Machine of(Databases databases) {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                valueIn("/proc/cpuinfo", "model name").orElse("unknown"),
                Runtime.getRuntime().availableProcessors(),
                valueIn("/proc/meminfo", "MemTotal")
                        .map(text -> Long.parseLong(text.replaceAll("[^0-9]", "")) * 1024)
                        .orElse(0L),
                diskType(databases.directory()),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                databases.settings());
    }

    private static Optional<String> valueIn(String file, String key) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String diskType(Path directory) {
        try {
            return Files.getFileStore(directory).type();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
