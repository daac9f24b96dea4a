package io.carat.ops.bench;

import io.carat.ops.bench.host.Machine;
import io.carat.ops.bench.load.RunResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What pairs of runs gave.
 *
 * @param what the ratio in words: first to second, and of which figure
 */
record PairReport(BenchOptions options, String what, List<Pair> pairs) {

    private static final int RATIO_PLACES = 4;

    /**
     * Two runs that followed each other.
     *
     * @param ratio the first's figure to the second's
     */
    record Pair(double firstFigure, double secondFigure, double ratio, RunResult first, RunResult second) {

        static Pair of(RunResult first, RunResult second, ToDoubleFunction<RunResult> figure) {
            double of = figure.applyAsDouble(first);
            double to = figure.applyAsDouble(second);
            return new Pair(of, to, Statistics.rounded(of / to, RATIO_PLACES), first, second);
        }
    }

    PairReport {
        pairs = List.copyOf(pairs);
    }

    /** Whether every command was answered as expected. */
    boolean ok() {
        return pairs.stream()
                .allMatch(pair -> pair.first().failures() == 0 && pair.second().failures() == 0);
    }

    double medianRatio() {
        return Statistics.rounded(Statistics.median(pairs, Pair::ratio), RATIO_PLACES);
    }

    String line() {
        return String.format(Locale.ROOT, "%8.3f  %s (median of %d pairs)", medianRatio(), what, pairs.size());
    }

    Map<String, Object> json(Machine machine) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pair", options.pair().name().toLowerCase(Locale.ROOT));
        json.put("what", what);
        json.put("medianRatio", medianRatio());
        json.put("ratios", pairs.stream().map(Pair::ratio).toList());
        json.put("pairs", pairs);
        json.put("options", BenchReport.options(options));
        json.put("machine", machine);
        return json;
    }
}
