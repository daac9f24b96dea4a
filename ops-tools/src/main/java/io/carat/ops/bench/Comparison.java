package io.carat.ops.bench;

import io.carat.ops.bench.contestant.Contestant;
import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.host.Machine;
import io.carat.ops.bench.load.RunResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** All contestants, run by run in turn, so that whatever changes on the machine meanwhile changes it for all of them. */
final class Comparison {

    private final BenchOptions options;
    private final Field field;
    private final Consumer<String> progress;

    Comparison(BenchOptions options, Field field, Consumer<String> progress) {
        this.options = options;
        this.field = field;
        this.progress = progress;
    }

    BenchReport run(Machine machine) {
        List<Entry> entries = new ArrayList<>();
        for (ContestantKind kind : options.contestants()) {
            progress.accept("Warming up " + BenchTable.name(kind));
            String database = "bench_" + kind.name().toLowerCase(Locale.ROOT);
            entries.add(new Entry(kind, field.enter(kind, database, options.prefill()), new ArrayList<>()));
        }
        for (int round = 1; round <= options.runs(); round++) {
            run(round, entries);
        }
        Map<ContestantKind, Figures> figures = new LinkedHashMap<>();
        entries.forEach(entry -> figures.put(entry.kind(), new Figures(entry.results())));
        return new BenchReport(options, machine, figures);
    }

    private record Entry(ContestantKind kind, Contestant contestant, List<RunResult> results) {}

    /** Another one begins each round: who comes after whom should not matter, and if it does, it evens out. */
    private void run(int round, List<Entry> entries) {
        List<Entry> turns = new ArrayList<>(entries);
        Collections.rotate(turns, 1 - round);
        for (Entry entry : turns) {
            RunResult result = field.run(entry.contestant(), options.spec("r" + round, options.seconds(), round));
            entry.results().add(result);
            progress.accept(line(round, entry.kind(), result));
        }
    }

    private String line(int round, ContestantKind kind, RunResult result) {
        return String.format(
                Locale.ROOT,
                "run %d/%d  %-10s %,10.0f/s  p50 %.2f ms  p99 %.2f ms",
                round,
                options.runs(),
                BenchTable.name(kind),
                result.perSecond(),
                result.latency().p50Millis(),
                result.latency().p99Millis());
    }
}
