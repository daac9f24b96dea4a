package io.carat.ops.bench.host;

/**
 * What processes have used.
 *
 * @param cpuSeconds CPU time of the measured window, all cores together
 * @param peakBytes the most memory held at once
 */
public record Cost(double cpuSeconds, long peakBytes) {

    /** Nothing was measured. */
    public static final Cost NONE = new Cost(0, 0);
}
