package io.carat.ops.bench.load;

import org.HdrHistogram.AbstractHistogram;

/** How long answers took, from the asking to the answer, in milliseconds. */
public record Latency(
        long count, double meanMillis, double p50Millis, double p99Millis, double p999Millis, double maxMillis) {

    private static final double MICROS_PER_MILLI = 1_000;

    static Latency of(AbstractHistogram micros) {
        return new Latency(
                micros.getTotalCount(),
                micros.getMean() / MICROS_PER_MILLI,
                micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
                micros.getValueAtPercentile(99) / MICROS_PER_MILLI,
                micros.getValueAtPercentile(99.9) / MICROS_PER_MILLI,
                micros.getMaxValue() / MICROS_PER_MILLI);
    }
}
