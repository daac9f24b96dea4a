package io.carat.ops.cli;

import io.carat.ops.bench.Worker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** One contestant of {@code carat bench} in a process of its own; started by it, not by people. */
@Command(name = BenchWorkerCommand.NAME, hidden = true, description = "Runs one contestant of bench.")
final class BenchWorkerCommand implements Callable<Integer> {

    static final String NAME = "bench-worker";

    @Override
    public Integer call() throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err); // whatever else is printed must not be taken for an answer
        Worker.serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), answers);
        return 0;
    }
}
