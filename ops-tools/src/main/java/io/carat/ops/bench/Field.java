package io.carat.ops.bench;

import io.carat.ops.bench.contestant.Contestant;
import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.contestant.ContestantSetup;
import io.carat.ops.bench.host.Databases;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Everybody who takes part, on one PostgreSQL, each in a database of its own. Closes whom it has opened. */
final class Field implements AutoCloseable {

    private final BenchOptions options;
    private final Databases databases;
    private final Function<ContestantSetup, Contestant> opening;
    private final List<Contestant> opened = new ArrayList<>();

    /**
     * Nobody yet.
     *
     * @param opening opens a contestant, here or in a process of its own
     */
    Field(BenchOptions options, Databases databases, Function<ContestantSetup, Contestant> opening) {
        this.options = options;
        this.databases = databases;
        this.opening = opening;
    }

    /** Opens a contestant, warm. */
    synchronized Contestant enter(ContestantKind kind, String database, long prefill) {
        Contestant contestant = opening.apply(new ContestantSetup(
                kind,
                databases.create(database),
                options.players(),
                options.sqlConnections(),
                options.sqlKeys(),
                options.stockConnections(),
                options.rawEvents(),
                prefill,
                databases.directory().toString(),
                options.serverJar(),
                options.javaOptions()));
        opened.add(contestant);
        contestant.warmUp(options.warmUp(kind));
        return contestant;
    }

    /** One run, begun when all that others have written is on disk. */
    RunResult run(Contestant contestant, RunSpec spec) {
        databases.checkpoint();
        return contestant.run(spec);
    }

    @Override
    public synchronized void close() {
        opened.forEach(Contestant::close);
        opened.clear();
    }
}
