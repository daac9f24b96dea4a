package io.carat.ops.cli;

import io.carat.ops.client.AccessSettings;
import io.carat.ops.client.Json;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.Role;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command that talks to a server shares: {@code --json}, {@code --help}, the connection, the exit code. */
@Command(showDefaultValues = true, sortOptions = false)
abstract class ServerCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private final AccessSettings settings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ServerCommand(AccessSettings settings) {
        this.settings = settings;
    }

    /** A client with a token of this role; to be closed. */
    final LedgerClient connect(Role role) {
        return new LedgerClient(settings.access(role));
    }

    /** Whether a program reads the output. */
    final boolean forPrograms() {
        return json;
    }

    /** Prints a line for people; nothing when a program reads. */
    final void say(String line) {
        if (!json) {
            out().println(line);
            out().flush();
        }
    }

    /** Prints the document when a program reads; the exit code says whether what was asked holds. */
    final int conclude(boolean holds, Object document) {
        if (json) {
            out().println(Json.write(document));
            out().flush();
        }
        return holds ? 0 : CaratCommand.FAILED;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Refuses the command line with exit code 2. */
    final void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
