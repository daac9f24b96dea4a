package io.carat.ops.cli;

import io.carat.ops.client.AccessSettings;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code carat} command line. A further command is one class beside {@link CanaryCommand} and one line in
 * {@link #commandLine}.
 */
@Command(
        name = "carat",
        description = "Operates Carat: a running server over HTTP, or its database and servers of its own.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Environment:",
            "  CARAT_URL    the server (default http://localhost:8080)",
            "  CARAT_TOKEN  a token (default: from credentials.json in the data directory)",
            "  CARAT_DATA   the data directory (default ./carat-data)",
            "",
            "Exit code: 0 what was asked holds, 1 it does not, 2 wrong usage."
        },
        mixinStandardHelpOptions = true,
        version = "carat 0.1.0",
        subcommands = HelpCommand.class)
public final class CaratCommand {

    /** What was asked does not hold or cannot be done. */
    static final int FAILED = 1;

    /** The command line itself is wrong. */
    static final int USAGE = 2;

    /** Idle connections are dropped before the server does it, so that a request is not lost on a dead one. */
    private static final String KEEP_ALIVE_SECONDS = "5";

    private CaratCommand() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.setProperty("jdk.httpclient.keepalive.timeout", KEEP_ALIVE_SECONDS);
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    /** The command line in this environment. */
    static CommandLine commandLine(Map<String, String> environment) {
        AccessSettings settings = new AccessSettings(environment);
        return new CommandLine(new CaratCommand())
                .addSubcommand(new CanaryCommand(settings))
                .addSubcommand(new DemoCommand(settings))
                .addSubcommand(new BenchCommand())
                .addSubcommand(new BenchWorkerCommand())
                .addSubcommand(new CrashCommand(settings))
                .addSubcommand(new VerifyChainCommand(environment))
                .setParameterExceptionHandler((problem, arguments) -> usage(problem))
                .setExecutionExceptionHandler(new FailureLine());
    }

    private static int usage(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(firstLine(problem) + " See '" + name + " --help'.");
        return USAGE;
    }

    private static String firstLine(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched && isTopLevel(unmatched)) {
            return "There is no command '" + unmatched.getUnmatched().getFirst() + "'.";
        }
        String line = String.valueOf(problem.getMessage()).lines().findFirst().orElse("Wrong usage");
        return line.endsWith(".") ? line : line + ".";
    }

    private static boolean isTopLevel(UnmatchedArgumentException unmatched) {
        return unmatched.getCommandLine().getParent() == null && !unmatched.isUnknownOption();
    }
}
