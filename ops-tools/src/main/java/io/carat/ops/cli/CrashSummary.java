package io.carat.ops.cli;

import io.carat.ops.crash.CrashReport;
import io.carat.ops.crash.RoundReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A crash run for people. */
final class CrashSummary {

    private CrashSummary() {}

    static String line(RoundReport round) {
        return String.format(
                Locale.ROOT,
                "round %3d  %-11s killed at %5.2f s, back in %5.2f s, complete in %5.2f s  %d answers, %d asked again"
                        + " (%d had happened), position %d  %s",
                round.round(),
                round.victim(),
                round.killedAfterSeconds(),
                round.recoverySeconds(),
                round.settledSeconds(),
                round.answered(),
                round.askedAgain(),
                round.hadHappened(),
                round.position(),
                verdict(round.ok()));
    }

    static List<String> lines(CrashReport report) {
        List<String> lines = new ArrayList<>();
        report.faults().forEach(fault -> lines.add("! " + fault));
        lines.add(String.format(
                Locale.ROOT,
                "%d kills in %.0f s: %d commands acknowledged, %d asked again (%d had happened), %d events",
                report.rounds().size(),
                report.seconds(),
                report.acknowledged(),
                report.askedAgain(),
                report.hadHappened(),
                report.events()));
        lines.add(verdict(report.ok()));
        return lines;
    }

    private static String verdict(boolean ok) {
        return ok ? "OK" : "FAILED";
    }
}
