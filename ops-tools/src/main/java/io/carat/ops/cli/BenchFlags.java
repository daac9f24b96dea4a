package io.carat.ops.cli;

import io.carat.ops.bench.BenchOptions;
import io.carat.ops.bench.PairKind;
import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.load.Load;
import io.carat.ops.bench.load.ProviderChoice;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How {@code carat bench} measures whom, as it is asked for on the command line. */
final class BenchFlags {

    /** The system property by which the launcher names the server's jar. */
    private static final String SERVER_JAR = "carat.server.jar";

    private static final int MOST = 1_000_000;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "WHO",
            converter = EnumWords.Contestants.class,
            defaultValue = "engine,engine-hot,stock,sql,sql-hot,raw,http",
            description = "Who takes part: engine, engine-hot, stock, sql, sql-hot, raw, http.")
    private List<ContestantKind> only = List.of();

    @Option(names = "--runs", defaultValue = "5", description = "Runs of each; the figures are medians.")
    private int runs;

    @Option(names = "--seconds", defaultValue = "10", description = "Length of a run.")
    private double seconds;

    @Option(names = "--warmup-seconds", defaultValue = "15", description = "Before the first run of each.")
    private double warmupSeconds;

    @Option(
            names = "--http-warmup-seconds",
            defaultValue = "120",
            description = "The same of http, whose JVM has far more to compile.")
    private double httpWarmupSeconds;

    @Option(names = "--players", defaultValue = "1000", description = "Players, or accounts.")
    private int players;

    @Option(names = "--concurrency", defaultValue = "256", description = "Bets under way at the same time.")
    private int concurrency;

    @Option(
            names = "--load",
            converter = EnumWords.Loads.class,
            defaultValue = "uniform",
            description = "Whose turn it is: uniform, zipf, or one-hot (one player has all turns).")
    private Load load = Load.UNIFORM;

    @Option(
            names = "--provider",
            converter = EnumWords.Providers.class,
            defaultValue = "spread",
            description = "Whose bets: spread over providers, or all of one.")
    private ProviderChoice provider = ProviderChoice.SPREAD;

    @Option(
            names = "--sql-connections",
            split = ",",
            paramLabel = "N",
            defaultValue = "16",
            description = "Connections of sql; of several the fastest in the warm-up is kept, as of 8,16,32.")
    private List<Integer> sqlConnections = List.of();

    @Option(
            names = "--sql-keys",
            description = "Give each transfer of sql a request key that can be used once, as a bet has.")
    private boolean sqlKeys;

    @Option(names = "--stock-connections", paramLabel = "N", defaultValue = "16", description = "Connections of stock.")
    private int stockConnections;

    @Option(
            names = "--raw-events",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Different rows of raw, and of what a store is filled with.")
    private int rawEvents;

    @Option(
            names = "--prefill",
            paramLabel = "N",
            defaultValue = "0",
            description = "Events that are in the engine's store before it begins.")
    private long prefill;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "0",
            description = "Instead of comparing contestants, run the first of --only so often in both ways of --pair.")
    private int pairs;

    @Option(
            names = "--pair",
            converter = EnumWords.PairKinds.class,
            defaultValue = "provider",
            description = "provider: all bets of one provider and spread; prefill: on a filled and an empty store.")
    private PairKind pair = PairKind.PROVIDER;

    @Option(names = "--seed", defaultValue = "1", description = "Decides what every player does.")
    private long seed;

    @Option(
            names = "--java-options",
            paramLabel = "OPTIONS",
            defaultValue = "",
            description = "For the JVMs that are measured, separated by blanks.")
    private String javaOptions = "";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private void check() {
        require(runs >= 1 && runs <= MOST, "--runs must be 1 or more");
        require(
                seconds > 0 && warmupSeconds > 0 && httpWarmupSeconds > 0,
                "--seconds, --warmup-seconds and --http-warmup-seconds must be above 0");
        require(players >= 1 && players <= MOST, "--players must be 1 to " + MOST);
        require(concurrency >= 1 && concurrency <= 900, "--concurrency must be 1 to 900");
        require(
                sqlConnections.stream().allMatch(count -> count >= 1 && count <= 64)
                        && stockConnections >= 1
                        && stockConnections <= 64,
                "--sql-connections and --stock-connections must be 1 to 64");
        require(rawEvents >= 1 && rawEvents <= MOST, "--raw-events must be 1 to " + MOST);
        require(prefill >= 0, "--prefill must not be below 0");
        require(pairs >= 0, "--pairs must not be below 0");
        require(
                pairs == 0 || only.getFirst().takesBets(),
                "--pairs needs engine, engine-hot, stock or http first in --only");
        require(
                pairs == 0 || pair != PairKind.PREFILL || (prefill > 0 && only.getFirst() == ContestantKind.ENGINE),
                "--pair prefill needs --prefill above 0 and engine first in --only");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    /**
     * What they say.
     *
     * @throws ParameterException when one of them cannot be
     */
    BenchOptions options() {
        check();
        return new BenchOptions(
                only.stream().distinct().toList(),
                runs,
                seconds,
                warmupSeconds,
                httpWarmupSeconds,
                players,
                concurrency,
                load,
                provider,
                sqlConnections,
                sqlKeys,
                stockConnections,
                rawEvents,
                prefill,
                pairs,
                pair,
                seed,
                System.getProperty(SERVER_JAR),
                javaOptions.isBlank() ? List.of() : List.of(javaOptions.strip().split("\\s+")));
    }
}
