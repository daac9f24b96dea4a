package io.carat.ops.bench;

import io.carat.ops.bench.contestant.Contestant;
import io.carat.ops.bench.contestant.ContestantSetup;
import io.carat.ops.bench.load.RunResult;
import io.carat.ops.bench.load.RunSpec;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A contestant in a JVM of its own, so that neither its code nor its memory is shaped by the others. */
final class WorkerProcess implements Contestant {

    private static final long STOP_TIMEOUT_SECONDS = 90;

    private final ContestantSetup setup;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter requests;

    private WorkerProcess(ContestantSetup setup, Process process) {
        this.setup = setup;
        this.process = process;
        this.answers = process.inputReader();
        this.requests = process.outputWriter();
    }

    /**
     * Starts the process and opens the contestant in it.
     *
     * @param command how this command line is started
     * @throws CaratFailure when it cannot be opened
     */
    static WorkerProcess start(ContestantSetup setup, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            WorkerProcess worker = new WorkerProcess(setup, process);
            worker.ask(setup);
            return worker;
        } catch (IOException e) {
            throw new CaratFailure("No process for " + setup.kind() + ": " + e.getMessage(), e);
        }
    }

    /** The command line that starts this very program again, with other arguments. */
    static List<String> again(List<String> javaOptions, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Ddisable-axoniq-console-message=true");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(javaOptions);
        String classPath = System.getProperty("java.class.path");
        if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, "io.carat.ops.cli.CaratCommand"));
        }
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public RunResult run(RunSpec spec) {
        return result(new Worker.Request(false, spec));
    }

    @Override
    public RunResult warmUp(RunSpec spec) {
        return result(new Worker.Request(true, spec));
    }

    private RunResult result(Worker.Request request) {
        return Objects.requireNonNull(ask(request).result(), "a run has a result");
    }

    private Worker.Reply ask(Object request) {
        try {
            requests.write(Json.write(request));
            requests.newLine();
            requests.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new CaratFailure("The process of " + setup.kind() + " has ended; what it said is above.");
            }
            Worker.Reply reply = Json.as(Json.read(line), Worker.Reply.class);
            if (reply.error() != null) {
                throw new CaratFailure(reply.error());
            }
            return reply;
        } catch (IOException e) {
            throw new CaratFailure("The process of " + setup.kind() + " cannot be asked: " + e.getMessage(), e);
        }
    }

    /** Ends its input, and waits until it has closed its contestant. */
    @Override
    public void close() {
        try {
            requests.close();
            if (process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException e) {
            // It has ended already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
