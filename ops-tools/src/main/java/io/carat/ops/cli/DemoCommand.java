package io.carat.ops.cli;

import io.carat.ops.client.AccessSettings;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.Role;
import io.carat.ops.simulation.DemoOptions;
import io.carat.ops.simulation.DemoReport;
import io.carat.ops.simulation.DemoRun;
import io.carat.ops.simulation.Journal;
import io.carat.ops.simulation.JournalCheck;
import io.carat.ops.simulation.JournalReport;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code carat demo}: a seeded stream of players who drive a running server and judge each of its answers. */
@Command(
        name = "demo",
        description = "Drives a running server with a seeded, realistic stream of players, and checks every answer"
                + " against what the player must be told.")
final class DemoCommand extends ServerCommand {

    private static final int RUN_ID_LENGTH = 8;
    private static final int MOST_PLAYERS = 10_000;
    private static final int HIGHEST_RATE = 100_000;

    @Option(names = "--players", defaultValue = "50", description = "Players at the same time.")
    private int players;

    @Option(names = "--seconds", defaultValue = "30", description = "How long they play.")
    private int seconds;

    @Option(names = "--rate", defaultValue = "200", description = "Requests per second, all players together.")
    private int rate;

    @Option(names = "--seed", defaultValue = "1", description = "Decides what every player does.")
    private long seed;

    @Option(
            names = "--run",
            description = "Part of every id (default: random). The same seed and run give the same requests.")
    private @Nullable String run;

    @Option(names = "--brand", defaultValue = "acme", description = "The brand.")
    private String brand = "acme";

    @Option(names = "--currency", defaultValue = "KRW", description = "The currency.")
    private String currency = "KRW";

    @Option(
            names = "--tolerate-outage",
            description = "When the server is away, wait for it (at most --seconds) and ask again with the same key.")
    private boolean tolerateOutage;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Write every answered money request to this file, one JSON line each.")
    private @Nullable Path journal;

    @Option(
            names = "--verify",
            paramLabel = "FILE",
            description = "Play nothing: send every request of this journal again; each must be answered as it was.")
    private @Nullable Path verify;

    DemoCommand(AccessSettings settings) {
        super(settings);
    }

    @Override
    public Integer call() throws InterruptedException {
        require(players >= 1 && players <= MOST_PLAYERS, "--players must be 1 to " + MOST_PLAYERS);
        require(seconds >= 1, "--seconds must be 1 or more");
        require(rate >= 1 && rate <= HIGHEST_RATE, "--rate must be 1 to " + HIGHEST_RATE);
        require(run == null || run.matches("[A-Za-z0-9-]{1,24}"), "--run must be 1 to 24 letters, digits or '-'");
        try (LedgerClient client = connect(Role.OPERATOR)) {
            return verify == null ? play(client) : verify(client, verify);
        }
    }

    private int play(LedgerClient client) throws InterruptedException {
        DemoOptions options = options();
        ProgressLine line = new ProgressLine(forPrograms() ? err() : out());
        say("Run " + options.run() + ", seed " + seed + ": " + players + " players, " + seconds + " s, " + rate
                + " requests/s");
        try (Journal kept = journal == null ? Journal.none() : Journal.to(journal)) {
            DemoReport report = new DemoRun(client, options, kept).run(line::show);
            line.end();
            DemoSummary.lines(report).forEach(this::say);
            return conclude(report.ok(), report);
        }
    }

    private DemoOptions options() {
        String id = run == null ? UUID.randomUUID().toString().substring(0, RUN_ID_LENGTH) : run;
        int patience = tolerateOutage ? seconds : 0;
        return new DemoOptions(players, seconds, rate, seed, id, run != null, brand, currency, patience);
    }

    private int verify(LedgerClient client, Path file) {
        JournalReport report = new JournalCheck(client).run(file);
        report.examples().forEach(this::say);
        say(report.checked() + " requests sent again: " + report.same() + " answered as before, " + report.lost()
                + " lost, " + report.different() + " different");
        say(report.ok() ? "OK" : "FAILED");
        return conclude(report.ok(), report);
    }
}
