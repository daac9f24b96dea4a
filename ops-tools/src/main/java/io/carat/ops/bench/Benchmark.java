package io.carat.ops.bench;

import io.carat.ops.bench.contestant.Contestant;
import io.carat.ops.bench.contestant.ContestantSetup;
import io.carat.ops.bench.host.Databases;
import io.carat.ops.bench.host.Machine;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A whole benchmark on one PostgreSQL. */
public final class Benchmark {

    /**
     * What came of it.
     *
     * @param ok whether every command was answered as expected
     * @param lines for people
     * @param json for programs
     */
    public record Result(boolean ok, List<String> lines, Map<String, Object> json) {}

    private final BenchOptions options;
    private final Function<ContestantSetup, Contestant> opening;
    private final Consumer<String> progress;

    private Benchmark(BenchOptions options, Function<ContestantSetup, Contestant> opening, Consumer<String> progress) {
        this.options = options;
        this.opening = opening;
        this.progress = progress;
    }

    /** One whose contestants run in processes of their own, started by this command with a setup on their input. */
    public static Benchmark inProcesses(BenchOptions options, String workerCommand, Consumer<String> progress) {
        List<String> command = WorkerProcess.again(options.javaOptions(), workerCommand);
        return new Benchmark(options, setup -> WorkerProcess.start(setup, command), progress);
    }

    /** One whose contestants share this process: short, for tests. */
    static Benchmark inThisProcess(BenchOptions options, Consumer<String> progress) {
        return new Benchmark(options, ContestantSetup::open, progress);
    }

    /**
     * Runs it.
     *
     * @throws io.carat.ops.client.CaratFailure when somebody cannot take part
     */
    public Result run(Databases databases) {
        Machine machine = Machine.of(databases);
        try (Field field = new Field(options, databases, opening)) {
            if (options.pairs() > 0) {
                PairReport report = new Pairs(options, field, progress).run();
                return new Result(report.ok(), List.of(report.line()), report.json(machine));
            }
            BenchReport report = new Comparison(options, field, progress).run(machine);
            return new Result(report.ok(), BenchTable.lines(report), report.json());
        }
    }
}
