package io.carat.ops.bench.host;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;

/** Waits until processes have nothing left to do, for a bounded time, so that the next run does not share with them. */
public final class Quiet {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final double BUSY_SHARE = 0.1;

    private Quiet() {}

    /** Waits until these CPU seconds hardly grow any more. */
    public static void await(DoubleSupplier cpuSeconds) {
        long end = System.nanoTime() + LONGEST.toNanos();
        double before = cpuSeconds.getAsDouble();
        double used = Double.MAX_VALUE;
        while (used > BUSY_SHARE * LOOK.toMillis() / 1_000 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK.toNanos());
            double now = cpuSeconds.getAsDouble();
            used = now - before;
            before = now;
        }
    }
}
