package io.carat.ops.cli;

import io.carat.ops.client.AccessSettings;
import io.carat.ops.client.CaratFailure;
import io.carat.ops.crash.CrashOptions;
import io.carat.ops.crash.CrashReport;
import io.carat.ops.crash.CrashRun;
import io.carat.ops.crash.LogChecks;
import io.carat.ops.crash.RoundReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code carat crash}: kills servers and their PostgreSQL under load, and checks that nothing acknowledged is lost. */
@Command(
        name = "crash",
        description = "Starts servers and a PostgreSQL of its own, kills them with SIGKILL while players play, and"
                + " checks after each kill that nothing acknowledged is lost and nothing was done twice.")
final class CrashCommand extends ServerCommand {

    /** The system property by which the launcher names the server's jar. */
    static final String JAR = "carat.server.jar";

    private static final int RUN_ID_LENGTH = 6;
    private static final int MOST_PLAYERS = 1_000;
    private static final int HIGHEST_RATE = 10_000;
    private static final int MOST_NODES = 2;

    @Option(
            names = "--nodes",
            defaultValue = "1",
            description = "1: rounds that kill the application and PostgreSQL by turns and start them again."
                    + " 2: two servers on one database, one of them is killed and the other takes over.")
    private int nodes;

    @Option(names = "--rounds", defaultValue = "200", description = "Rounds with one node.")
    private int rounds;

    @Option(names = "--seconds-per-round", defaultValue = "3", description = "How long players play in a round.")
    private int secondsPerRound;

    @Option(names = "--seconds", defaultValue = "60", description = "How long players play with two nodes.")
    private int seconds;

    @Option(names = "--players", defaultValue = "32", description = "Players at the same time.")
    private int players;

    @Option(names = "--rate", defaultValue = "500", description = "At most so many requests per second.")
    private int rate;

    @Option(names = "--seed", defaultValue = "1", description = "Decides what players do and when something is killed.")
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep database, logs and journals here (default: a temporary folder, kept only when"
                    + " something does not hold).")
    private @Nullable Path data;

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description =
                    "A setting of PostgreSQL over the durable ones. With synchronous_commit=off the run must fail.")
    private Map<String, String> settings = new HashMap<>();

    CrashCommand(AccessSettings settings) {
        super(settings);
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        require(nodes >= 1 && nodes <= MOST_NODES, "--nodes must be 1 or 2");
        require(rounds >= 1, "--rounds must be 1 or more");
        require(secondsPerRound >= 1, "--seconds-per-round must be 1 or more");
        require(seconds >= 1, "--seconds must be 1 or more");
        require(players >= 1 && players <= MOST_PLAYERS, "--players must be 1 to " + MOST_PLAYERS);
        require(rate >= 1 && rate <= HIGHEST_RATE, "--rate must be 1 to " + HIGHEST_RATE);
        Path jar = jar();
        Path folder = data == null ? Files.createTempDirectory("carat-crash-") : Files.createDirectories(data);
        CrashOptions options = options(jar, folder.toAbsolutePath());
        say("Run " + options.run() + ", seed " + seed + ", data " + options.data());
        CrashReport report = new CrashRun(options, LogChecks.ALL).run(this::tell);
        CrashSummary.lines(report).forEach(this::say);
        if (data == null && report.ok()) {
            TemporaryFolder.delete(folder);
        }
        return conclude(report.ok(), report);
    }

    private static Path jar() {
        String jar = System.getProperty(JAR);
        if (jar == null) {
            throw new CaratFailure("Which server? Run this by ./carat crash, or give its jar as -D" + JAR + "=FILE.");
        }
        return Path.of(jar).toAbsolutePath();
    }

    private CrashOptions options(Path jar, Path folder) {
        String run = UUID.randomUUID().toString().substring(0, RUN_ID_LENGTH);
        boolean takeover = nodes > 1;
        return new CrashOptions(
                jar,
                folder,
                nodes,
                takeover ? 1 : rounds,
                takeover ? seconds : secondsPerRound,
                players,
                rate,
                seed,
                settings,
                run);
    }

    private void tell(RoundReport round) {
        say(CrashSummary.line(round));
        round.faults().forEach(fault -> say("! " + fault));
    }
}
