package io.carat.ops.bench;

import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.host.Cost;
import io.carat.ops.bench.load.Latency;
import io.carat.ops.bench.load.Load;
import io.carat.ops.bench.load.ProviderChoice;
import io.carat.ops.bench.load.RunResult;
import java.util.List;
import java.util.Map;

/** Options that end soon, and made-up results. */
final class Samples {

    static final double SECONDS = 0.2;

    private Samples() {}

    static BenchOptions options(List<ContestantKind> contestants, int pairs, PairKind pair, long prefill) {
        return new BenchOptions(
                contestants,
                1,
                SECONDS,
                SECONDS,
                2 * SECONDS,
                4,
                3,
                Load.UNIFORM,
                ProviderChoice.SPREAD,
                List.of(2),
                false,
                4,
                100,
                prefill,
                pairs,
                pair,
                1,
                null,
                List.of());
    }

    /** A run of one second: half of the operations took 1 ms, the others 3 ms. */
    static RunResult run(long operations, long events, long failures) {
        Latency latency = new Latency(operations, 2, 1, 3, 3, 3);
        return new RunResult(
                1,
                operations,
                events,
                0,
                failures,
                failures == 0 ? null : "it broke",
                latency,
                Map.of("authorize", latency),
                new Cost(1.5, 100 << 20),
                new Cost(0.5, 300 << 20),
                Cost.NONE,
                0);
    }
}
