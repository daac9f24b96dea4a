package io.carat.ops.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Measures how busy all processors of the machine are, so that a run which others disturbed can be told. */
public final class SystemMeter {

    private static final Path STAT = Path.of("/proc/stat");

    /** Fields after the name: user, nice, system, then idle and waiting, then interrupts and what a host took away. */
    private static final int[] BUSY_FIELDS = {1, 2, 3, 6, 7, 8};

    private double busyAtBegin;

    /** The window begins. */
    public void begin() {
        busyAtBegin = busySeconds();
    }

    /** CPU seconds since the beginning, of every process there is. */
    public double end() {
        return busySeconds() - busyAtBegin;
    }

    private static double busySeconds() {
        try {
            String[] all = Files.readAllLines(STAT).getFirst().split("\\s+", -1);
            return Arrays.stream(BUSY_FIELDS)
                            .mapToLong(field -> Long.parseLong(all[field]))
                            .sum()
                    / ProcessFiles.TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }
}
