package io.carat.ops.bench.load;

import io.carat.ops.bench.host.Cost;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run came to.
 *
 * @param seconds length of the measured window
 * @param operations commands, transfers or rows within it
 * @param events appended to the log within it, 0 where there is none
 * @param failures answers that were missing or not the expected ones, at any time of the run
 * @param latency of all operations
 * @param latencies by operation
 * @param subject what the measured JVM used
 * @param generator what the load generator used, where it is another process
 */
public record RunResult(
        double seconds,
        long operations,
        long events,
        long failures,
        @Nullable String firstFailure,
        Latency latency,
        Map<String, Latency> latencies,
        Cost subject,
        Cost postgres,
        Cost generator) {

    public RunResult {
        latencies = Map.copyOf(latencies);
    }

    /** Operations per second. */
    public double perSecond() {
        return operations / seconds;
    }

    /** Events per second. */
    public double eventsPerSecond() {
        return events / seconds;
    }

    /** The same with each operation counted so often. */
    public RunResult times(int factor) {
        return new RunResult(
                seconds,
                operations * factor,
                events * factor,
                failures,
                firstFailure,
                latency,
                latencies,
                subject,
                postgres,
                generator);
    }
}
