package io.carat.ops.bench;

import io.carat.ops.bench.contestant.Contestant;
import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.load.Latency;
import io.carat.ops.bench.load.ProviderChoice;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * Two ways of running one contestant, compared pair by pair: what drifts on the machine touches both of a pair, and each
 * of them comes first in every other pair.
 */
final class Pairs {

    private static final String AUTHORIZE = "authorize";

    private final BenchOptions options;
    private final ContestantKind kind;
    private final Field field;
    private final Consumer<String> progress;

    Pairs(BenchOptions options, Field field, Consumer<String> progress) {
        this.options = options;
        this.kind = options.contestants().getFirst();
        this.field = field;
        this.progress = progress;
    }

    PairReport run() {
        return switch (options.pair()) {
            case PROVIDER -> providers();
            case PREFILL -> prefilled();
        };
    }

    private PairReport providers() {
        progress.accept("Warming up " + BenchTable.name(kind));
        Contestant contestant = field.enter(kind, "bench", options.prefill());
        return pairs(
                "one provider : spread over providers, commands per second",
                RunResult::perSecond,
                pair -> field.run(contestant, spec("one" + pair, pair).with("one" + pair, ProviderChoice.ONE)),
                pair -> field.run(contestant, spec("all" + pair, pair).with("all" + pair, ProviderChoice.SPREAD)));
    }

    private PairReport prefilled() {
        progress.accept("Warming up " + BenchTable.name(kind) + " on an empty store");
        Contestant empty = field.enter(kind, "bench_empty", 0);
        progress.accept("Filling a store with " + options.prefill() + " events, and warming up on it");
        Contestant filled = field.enter(kind, "bench_filled", options.prefill());
        return pairs(
                "filled store : empty store, median milliseconds of an authorization",
                Pairs::authorizeMillis,
                pair -> field.run(filled, spec("p" + pair, pair)),
                pair -> field.run(empty, spec("p" + pair, pair)));
    }

    private RunSpec spec(String id, int pair) {
        return options.spec(id, options.seconds(), pair);
    }

    private static double authorizeMillis(RunResult run) {
        Latency latency = run.latencies().get(AUTHORIZE);
        return latency == null ? 0 : latency.p50Millis();
    }

    private PairReport pairs(
            String what,
            ToDoubleFunction<RunResult> figure,
            IntFunction<RunResult> first,
            IntFunction<RunResult> second) {
        List<PairReport.Pair> pairs = new ArrayList<>();
        for (int number = 1; number <= options.pairs(); number++) {
            boolean firstBegins = number % 2 == 1;
            RunResult early = firstBegins ? first.apply(number) : second.apply(number);
            RunResult late = firstBegins ? second.apply(number) : first.apply(number);
            PairReport.Pair pair =
                    firstBegins ? PairReport.Pair.of(early, late, figure) : PairReport.Pair.of(late, early, figure);
            pairs.add(pair);
            progress.accept(String.format(
                    Locale.ROOT,
                    "pair %2d/%d  %,12.3f : %,12.3f  = %.3f",
                    number,
                    options.pairs(),
                    pair.firstFigure(),
                    pair.secondFigure(),
                    pair.ratio()));
        }
        return new PairReport(options, what, pairs);
    }
}
