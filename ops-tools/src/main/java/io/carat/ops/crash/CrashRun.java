package io.carat.ops.crash;

import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Rounds of kill and recovery on one database, until all are run or one fails; then everything is looked at once more. */
public final class CrashRun {

    /** The kill comes when between a tenth and nine tenths of the round are over. */
    private static final long EARLIEST_MILLIS_PER_SECOND = 100;

    private static final long LATEST_MILLIS_PER_SECOND = 900;
    private static final long SEEDS_APART = 1_000_003;

    private final CrashOptions options;
    private final List<LogCheck> checks;
    private final CrashPlan plan;

    /** A run with these checks of the log, usually {@link LogChecks#ALL}. */
    public CrashRun(CrashOptions options, List<LogCheck> checks) {
        this(options, checks, options.nodes() > 1 ? CrashPlan.TAKEOVER : CrashPlan.BY_TURNS);
    }

    CrashRun(CrashOptions options, List<LogCheck> checks, CrashPlan plan) {
        this.options = options;
        this.checks = List.copyOf(checks);
        this.plan = plan;
    }

    /**
     * Runs it; the listener hears of each round.
     *
     * @throws CaratFailure when the database or a server does not start
     */
    public CrashReport run(Consumer<RoundReport> listener) throws InterruptedException {
        long start = System.nanoTime();
        try (CrashSite site = CrashSite.open(options);
                LedgerClient client = new LedgerClient(() -> site.next(Role.OPERATOR))) {
            Aftermath aftermath = new Aftermath(site, client, checks);
            List<RoundReport> rounds = rounds(site, new Round(options, site, client, aftermath), listener);
            List<String> faults = rounds.getLast().ok()
                    ? aftermath.lastFindings(journals(site, rounds.size())).faults()
                    : List.of();
            return CrashReport.of(options, rounds, Seconds.since(start), faults);
        }
    }

    private List<RoundReport> rounds(CrashSite site, Round round, Consumer<RoundReport> listener)
            throws InterruptedException {
        List<RoundReport> reports = new ArrayList<>();
        boolean holds = true;
        for (int number = 1; number <= options.rounds() && holds; number++) {
            Random chance = new Random(options.seed() * SEEDS_APART + number);
            long killAfterMillis = chance.nextLong(
                    options.seconds() * EARLIEST_MILLIS_PER_SECOND, options.seconds() * LATEST_MILLIS_PER_SECOND);
            RoundReport report = round.run(number, plan.strike(number, site, chance), killAfterMillis);
            listener.accept(report);
            reports.add(report);
            holds = report.ok();
        }
        return reports;
    }

    private static List<Path> journals(CrashSite site, int rounds) {
        return IntStream.rangeClosed(1, rounds).mapToObj(site::journal).toList();
    }
}
