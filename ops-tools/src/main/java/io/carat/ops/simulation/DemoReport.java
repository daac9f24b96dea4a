package io.carat.ops.simulation;

import java.util.List;
import java.util.Map;

/**
 * How a demo run went.
 *
 * @param requests those that were answered
 * @param requestsPerSecond the rate that was reached
 * @param rate the rate that was asked for
 * @param missed requests that fell due while every player was busy
 * @param refused by code; all of them expected but the unexpected
 * @param replays duplicates that got their stored answer
 * @param retries requests sent again because no answer came
 * @param askedAgain money commands that got no answer at first
 * @param hadHappened those of them that turned out to have been done all the same
 * @param p50Millis from the moment a request fell due to its answer
 * @param unexpected answers that a player's expectation did not allow
 * @param errors players that got no answer
 * @param examples what was unexpected or an error, the first few
 */
public record DemoReport(
        boolean ok,
        String run,
        long seed,
        int players,
        double seconds,
        long requests,
        double requestsPerSecond,
        int rate,
        long missed,
        long accepted,
        Map<String, Long> refused,
        long replays,
        long retries,
        long askedAgain,
        long hadHappened,
        double p50Millis,
        double p99Millis,
        double maxMillis,
        long unexpected,
        long errors,
        List<String> examples) {
    public DemoReport {
        refused = Map.copyOf(refused);
        examples = List.copyOf(examples);
    }

    static DemoReport of(DemoOptions options, Tally tally, long missed, double seconds) {
        boolean ok = tally.unexpected() == 0 && tally.errors() == 0 && tally.accepted() > 0;
        return new DemoReport(
                ok,
                options.run(),
                options.seed(),
                options.players(),
                tenths(seconds),
                tally.answers(),
                tenths(tally.answers() / seconds),
                options.rate(),
                missed,
                tally.accepted(),
                tally.refused(),
                tally.replays(),
                tally.retries(),
                tally.askedAgain(),
                tally.hadHappened(),
                tally.millisAt(50),
                tally.millisAt(99),
                tally.millisAt(100),
                tally.unexpected(),
                tally.errors(),
                tally.examples());
    }

    private static double tenths(double figure) {
        return Math.round(figure * 10) / 10.0;
    }
}
