package io.carat.ops.bench.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Linux's files about processes. What they say of a process that has ended is 0. */
final class ProcessFiles {

    /** The kernel tells times in these, whatever its own clock is. */
    static final double TICKS_PER_SECOND = 100;

    private static final long PAGE_BYTES = 4096;
    private static final int USER_TICKS = 11;
    private static final int TICK_FIELDS = 4;

    private static final Path PROC = Path.of("/proc");

    private ProcessFiles() {}

    /** CPU seconds of a process itself. */
    static double ownCpuSeconds(long pid) {
        return ticks(pid).stream().limit(2).mapToLong(Long::longValue).sum() / TICKS_PER_SECOND;
    }

    /** CPU seconds of a process and of its children that have ended. */
    static double cpuSecondsWithEndedChildren(long pid) {
        return ticks(pid).stream().mapToLong(Long::longValue).sum() / TICKS_PER_SECOND;
    }

    /** The largest resident size so far, in bytes. */
    static long peakBytes(long pid) {
        return read(pid, "status")
                .flatMap(text ->
                        text.lines().filter(line -> line.startsWith("VmHWM:")).findFirst())
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .orElse(0L);
    }

    /** Resident memory that belongs to the process alone, and what it shares with others, in bytes. */
    record Resident(long ownBytes, long sharedBytes) {}

    static Resident resident(long pid) {
        return read(pid, "statm")
                .map(text -> text.strip().split(" "))
                .map(pages -> {
                    long shared = Long.parseLong(pages[2]);
                    return new Resident((Long.parseLong(pages[1]) - shared) * PAGE_BYTES, shared * PAGE_BYTES);
                })
                .orElse(new Resident(0, 0));
    }

    /** The process ids of the children that run. */
    static List<Long> children(long pid) {
        List<Long> children = new ArrayList<>();
        read(pid, "task/" + pid + "/children")
                .ifPresent(text -> Arrays.stream(text.split(" "))
                        .filter(word -> !word.isBlank())
                        .forEach(word -> children.add(Long.parseLong(word.strip()))));
        return children;
    }

    // The name in parentheses may hold anything, so the fields are counted after it: utime, stime, cutime, cstime.
    private static List<Long> ticks(long pid) {
        return read(pid, "stat")
                .map(text -> text.substring(text.lastIndexOf(')') + 2).split(" "))
                .map(fields -> Arrays.stream(fields, USER_TICKS, USER_TICKS + TICK_FIELDS)
                        .map(Long::parseLong)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<String> read(long pid, String file) {
        try {
            return Optional.of(
                    Files.readString(PROC.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
