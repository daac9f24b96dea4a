package io.carat.ops.bench.contestant;

import io.carat.ops.bench.host.Target;
import io.carat.ops.client.CaratFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contestant needs to be opened, wherever it runs.
 *
 * @param target an empty database of its own
 * @param accounts of the hand-written transfers
 * @param sqlConnections to be tried for the hand-written transfers; the fastest is kept
 * @param sqlKeys whether each hand-written transfer comes under a request key
 * @param stockConnections of Axon's stock engine
 * @param rawEvents different rows of the raw appends
 * @param prefill events to be put into the engine's database before it is opened
 * @param directory for the server's own files
 * @param serverJar the server to start, for HTTP
 * @param javaOptions of the server's JVM
 */
public record ContestantSetup(
        ContestantKind kind,
        Target target,
        int accounts,
        List<Integer> sqlConnections,
        boolean sqlKeys,
        int stockConnections,
        int rawEvents,
        long prefill,
        String directory,
        @Nullable String serverJar,
        List<String> javaOptions) {

    public ContestantSetup {
        sqlConnections = List.copyOf(sqlConnections);
        javaOptions = List.copyOf(javaOptions);
    }

    /**
     * Opens the contestant in this process.
     *
     * @throws CaratFailure when something it needs is missing
     */
    public Contestant open() {
        return switch (kind) {
            case ENGINE -> filledEngine();
            case ENGINE_HOT -> new OneHotPlayer(engine());
            case STOCK -> new LedgerContestant(StockLedger.open(target, stockConnections), target);
            case SQL -> new SqlContestant(target, accounts, sqlConnections, sqlKeys, false);
            case SQL_HOT -> new SqlContestant(target, accounts, sqlConnections, sqlKeys, true);
            case RAW -> new RawContestant(target, rawEvents);
            case HTTP -> HttpContestant.start(this);
        };
    }

    private Contestant filledEngine() {
        if (prefill > 0) {
            Prefill.into(target, prefill, rawEvents);
        }
        return engine();
    }

    private Contestant engine() {
        return new LedgerContestant(EngineLedger.open(target), target);
    }
}
