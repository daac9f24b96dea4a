package io.carat.core.embedded;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of the embedded PostgreSQL; the one before is kept when it has grown past {@link #MAX_BYTES}. */
final class PostgresLog {

    private static final long MAX_BYTES = 10L << 20;

    private final Path file;
    private final long start;

    private PostgresLog(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    static PostgresLog open(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return new PostgresLog(file, Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException e) {
            throw new PostgresRefused("the log " + file + " is not writable", e);
        }
    }

    Path file() {
        return file;
    }

    /** Whether PostgreSQL has said this since the log was opened. */
    boolean says(String words) {
        return recentLines().stream().anyMatch(line -> line.contains(words));
    }

    /** The last complaint since the log was opened, else its last line. */
    String lastComplaint() {
        List<String> lines = recentLines();
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> lines.isEmpty() ? "no output" : lines.getLast());
    }

    private List<String> recentLines() {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(start);
            byte[] bytes = Channels.newInputStream(channel).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of("its log " + file + " cannot be read");
        }
    }
}
