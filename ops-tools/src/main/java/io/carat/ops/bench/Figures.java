package io.carat.ops.bench;

import io.carat.ops.bench.load.Latency;
import io.carat.ops.bench.load.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The runs of one contestant; each figure is the median of them. */
record Figures(List<RunResult> runs) {

    private static final int RATE_PLACES = 1;
    private static final int MILLI_PLACES = 3;

    Figures {
        runs = List.copyOf(runs);
    }

    double perSecond() {
        return median(RunResult::perSecond, RATE_PLACES);
    }

    double eventsPerSecond() {
        return median(RunResult::eventsPerSecond, RATE_PLACES);
    }

    double millis(ToDoubleFunction<Latency> percentile) {
        return median(run -> percentile.applyAsDouble(run.latency()), MILLI_PLACES);
    }

    /** The same of one operation, for which every run must have an answer. */
    double millis(String operation, ToDoubleFunction<Latency> percentile) {
        return median(
                run -> run.latencies().containsKey(operation)
                        ? percentile.applyAsDouble(run.latencies().get(operation))
                        : 0,
                MILLI_PLACES);
    }

    long peakBytes() {
        return (long) median(run -> run.subject().peakBytes(), 0);
    }

    long postgresPeakBytes() {
        return (long) median(run -> run.postgres().peakBytes(), 0);
    }

    /** Processors busy with the measured JVM, on average. */
    double cores() {
        return median(run -> run.subject().cpuSeconds() / run.seconds(), 2);
    }

    /** Processors busy with PostgreSQL, on average. */
    double postgresCores() {
        return median(run -> run.postgres().cpuSeconds() / run.seconds(), 2);
    }

    /** Processors busy with anything else, on average. */
    double othersCores() {
        return median(run -> run.othersCpuSeconds() / run.seconds(), 2);
    }

    long lagEvents() {
        return (long) median(RunResult::lagEvents, 0);
    }

    long failures() {
        return runs.stream().mapToLong(RunResult::failures).sum();
    }

    private double median(ToDoubleFunction<RunResult> figure, int places) {
        return Statistics.rounded(Statistics.median(runs, figure), places);
    }

    /** CPU, memory and the single runs, for JSON. */
    Map<String, Object> costs() {
        Map<String, Object> costs = new LinkedHashMap<>();
        costs.put("cpuSeconds", median(run -> run.subject().cpuSeconds(), 2));
        costs.put("postgresCpuSeconds", median(run -> run.postgres().cpuSeconds(), 2));
        costs.put("generatorCpuSeconds", median(run -> run.generator().cpuSeconds(), 2));
        costs.put("postgresPeakBytes", postgresPeakBytes());
        costs.put("othersCpuSeconds", median(RunResult::othersCpuSeconds, 2));
        costs.put("lagEvents", lagEvents());
        costs.put("failures", failures());
        costs.put("runs", new ArrayList<>(runs));
        return costs;
    }
}
