package io.carat.ops.cli;

import io.carat.ops.bench.Benchmark;
import io.carat.ops.bench.host.BenchPostgres;
import io.carat.ops.bench.host.Interruption;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code carat bench}: how fast the ledger is on this machine, beside others that do the same or less. */
@Command(
        name = "bench",
        description = "Measures the ledger on a PostgreSQL of its own, in turn with Axon's stock engine, a transfer"
                + " written in SQL, raw rows, and the server over HTTP.",
        showDefaultValues = true,
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private final BenchFlags flags = new BenchFlags();

    @Option(
            names = "--dir",
            description = "Where the temporary database is made (default: the system's temporary directory).")
    private @Nullable Path directory;

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description = "A setting of PostgreSQL over those of a Carat server, for everybody who is measured.")
    private Map<String, String> settings = new HashMap<>();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results to this file.")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireWritable();
        Benchmark benchmark = Benchmark.inProcesses(flags.options(), BenchWorkerCommand.NAME, this::say);
        BenchPostgres postgres = BenchPostgres.start(parent(), settings);
        Interruption interruption = Interruption.closing(postgres);
        try {
            Benchmark.Result result = benchmark.run(postgres);
            say("");
            result.lines().forEach(this::say);
            write(result);
            return result.ok() ? 0 : CaratCommand.FAILED;
        } finally {
            interruption.forget();
            postgres.close();
        }
    }

    // Known before everything is measured for nothing.
    private void requireWritable() {
        Path folder = json == null ? null : json.toAbsolutePath().getParent();
        if (folder != null && !Files.isWritable(folder)) {
            throw new CaratFailure("The results cannot be written to " + json + ".");
        }
    }

    private Path parent() {
        return directory == null ? Path.of(System.getProperty("java.io.tmpdir")) : directory;
    }

    private void write(Benchmark.Result result) {
        if (json == null) {
            return;
        }
        try {
            Files.writeString(json, Json.write(result.json()) + System.lineSeparator());
        } catch (IOException e) {
            throw new CaratFailure("The results cannot be written to " + json + ".", e);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
