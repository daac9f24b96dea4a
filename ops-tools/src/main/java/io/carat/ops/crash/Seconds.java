package io.carat.ops.crash;

/** Durations as reports give them. */
final class Seconds {

    private static final double NANOS_PER_HUNDREDTH = 1e7;
    private static final double HUNDREDTHS = 100;

    private Seconds() {}

    /** Since a {@link System#nanoTime()}, to the hundredth. */
    static double since(long start) {
        return Math.round((System.nanoTime() - start) / NANOS_PER_HUNDREDTH) / HUNDREDTHS;
    }
}
