package io.carat.ops.crash;

import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.crash.Aftermath.Findings;
import io.carat.ops.simulation.DemoOptions;
import io.carat.ops.simulation.DemoReport;
import io.carat.ops.simulation.DemoRun;
import io.carat.ops.simulation.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One round: players play, something is killed in the middle, they play on, and what is left is looked at. */
record Round(CrashOptions options, CrashSite site, LedgerClient client, Aftermath aftermath) {

    /** How long players ask again for an answer; longer than any recovery may take. */
    private static final int PATIENCE_SECONDS = 150;

    private static final Duration FIRST_ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final double MILLIS_PER_SECOND = 1e3;

    /** Runs it; what goes wrong is in the report. */
    RoundReport run(int number, Strike strike, long killAfterMillis) throws InterruptedException {
        List<String> faults = new ArrayList<>();
        try (Journal journal = Journal.to(site.journal(number));
                ExecutorService killer = Executors.newSingleThreadExecutor()) {
            Future<Double> recovery = killer.submit(() -> deal(number, strike, killAfterMillis));
            DemoReport played = new DemoRun(client, players(number), journal).run(progress -> {});
            faults.addAll(faults(played));
            double recoverySeconds = recoverySeconds(recovery, faults);
            // Past an answer that must not be, the journal no longer says what players have.
            Findings findings = aftermath.findings(played.ok() ? List.of(site.journal(number)) : List.of());
            faults.addAll(findings.faults());
            return new RoundReport(
                    number,
                    strike.victim(),
                    killAfterMillis / MILLIS_PER_SECOND,
                    recoverySeconds,
                    findings.settledSeconds(),
                    played.requests(),
                    played.accepted(),
                    played.askedAgain(),
                    played.hadHappened(),
                    site.log().lastPosition(),
                    faults);
        }
    }

    private DemoOptions players(int number) {
        return new DemoOptions(
                options.players(),
                options.seconds(),
                options.rate(),
                options.seed() + number,
                options.run() + "r" + number,
                false,
                MoneyCheck.BRAND,
                MoneyCheck.CURRENCY,
                PATIENCE_SECONDS);
    }

    private double deal(int number, Strike strike, long killAfterMillis) throws InterruptedException {
        Await.until(FIRST_ANSWER_WITHIN, () -> isBegun(site.journal(number)), "no player has got an answer");
        Thread.sleep(killAfterMillis);
        long start = System.nanoTime();
        strike.deal(site);
        return Seconds.since(start);
    }

    private static boolean isBegun(Path journal) {
        try {
            return Files.size(journal) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double recoverySeconds(Future<Double> recovery, List<String> faults) throws InterruptedException {
        try {
            return recovery.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            faults.add(cause instanceof CaratFailure ? String.valueOf(cause.getMessage()) : String.valueOf(cause));
            return -1;
        }
    }

    private static List<String> faults(DemoReport played) {
        if (played.ok()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>(played.examples());
        faults.add(played.unexpected() + " unexpected answers, " + played.errors() + " players without answer, "
                + played.accepted() + " commands accepted");
        return faults;
    }
}
