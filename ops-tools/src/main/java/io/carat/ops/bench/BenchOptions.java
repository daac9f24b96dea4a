package io.carat.ops.bench;

import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.load.Load;
import io.carat.ops.bench.load.ProviderChoice;
import io.carat.ops.bench.load.RunSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured and how.
 *
 * @param contestants in the order of their turns
 * @param runs of each; figures are medians of them
 * @param seconds of one run
 * @param warmupSeconds before the first run of each
 * @param httpWarmupSeconds the same of the server over HTTP, which has far more code to compile
 * @param sqlConnections to be tried for the hand-written transfers
 * @param sqlKeys whether each hand-written transfer comes under a request key
 * @param rawEvents different rows of the raw appends
 * @param prefill events to be put into the engine's database first
 * @param pairs how many pairs of runs, instead of runs of all contestants; 0 for none
 * @param serverJar the server for HTTP
 * @param javaOptions of the JVMs that are measured
 */
public record BenchOptions(
        List<ContestantKind> contestants,
        int runs,
        double seconds,
        double warmupSeconds,
        double httpWarmupSeconds,
        int players,
        int concurrency,
        Load load,
        ProviderChoice provider,
        List<Integer> sqlConnections,
        boolean sqlKeys,
        int stockConnections,
        int rawEvents,
        long prefill,
        int pairs,
        PairKind pair,
        long seed,
        @Nullable String serverJar,
        List<String> javaOptions) {

    public BenchOptions {
        contestants = List.copyOf(contestants);
        sqlConnections = List.copyOf(sqlConnections);
        javaOptions = List.copyOf(javaOptions);
    }

    /** The run before the first that counts. */
    RunSpec warmUp(ContestantKind kind) {
        return spec("w", kind == ContestantKind.HTTP ? httpWarmupSeconds : warmupSeconds, 0);
    }

    /** A run under an id; equal numbers give every contestant the same bets. */
    RunSpec spec(String id, double lasting, long number) {
        return new RunSpec(id, lasting, players, concurrency, load, provider, seed * 1_000 + number);
    }
}
