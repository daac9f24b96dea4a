package io.carat.ops.crash;

import java.util.List;

/**
 * How a crash run went.
 *
 * @param ok whether everything holds
 * @param data the folder of database, logs and journals; a temporary one is gone when everything holds
 * @param rounds those that were run; the run ends with the first that fails
 * @param acknowledged commands of all rounds that were answered as done
 * @param askedAgain money commands that got no answer at first
 * @param hadHappened those of them that turned out to have been done all the same
 * @param events the log's length at the end
 * @param faults what did not hold when everything was looked at once more at the end
 */
public record CrashReport(
        boolean ok,
        String run,
        long seed,
        int nodes,
        String data,
        List<RoundReport> rounds,
        long acknowledged,
        long askedAgain,
        long hadHappened,
        long events,
        double seconds,
        List<String> faults) {

    public CrashReport {
        rounds = List.copyOf(rounds);
        faults = List.copyOf(faults);
    }

    static CrashReport of(CrashOptions options, List<RoundReport> rounds, double seconds, List<String> faults) {
        return new CrashReport(
                faults.isEmpty() && rounds.stream().allMatch(RoundReport::ok),
                options.run(),
                options.seed(),
                options.nodes(),
                options.data().toString(),
                rounds,
                rounds.stream().mapToLong(RoundReport::acknowledged).sum(),
                rounds.stream().mapToLong(RoundReport::askedAgain).sum(),
                rounds.stream().mapToLong(RoundReport::hadHappened).sum(),
                rounds.isEmpty() ? 0 : rounds.getLast().position(),
                seconds,
                faults);
    }
}
