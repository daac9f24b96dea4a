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
 * @param lagEvents that readers of the log had still to take at its end
 * @param failures answers that were missing or not the expected ones, at any time of the run
 * @param latency of all operations
 * @param latencies by operation
 * @param subject what the measured JVM used
 * @param generator what the load generator used, where it is another process
 * @param othersCpuSeconds what every other process of the machine used: the less, the better the figures
 */
public record RunResult(
        double seconds,
        long operations,
        long events,
        long lagEvents,
        long failures,
        @Nullable String firstFailure,
        Latency latency,
        Map<String, Latency> latencies,
        Cost subject,
        Cost postgres,
        Cost generator,
        double othersCpuSeconds) {

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

    /** The same with each operation counted as so many. */
    public RunResult times(int factor) {
        return new RunResult(
                seconds,
                operations * factor,
                events,
                lagEvents,
                failures,
                firstFailure,
                latency,
                latencies,
                subject,
                postgres,
                generator,
                othersCpuSeconds);
    }
}
