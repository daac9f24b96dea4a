package io.carat.ops.bench;

import io.carat.ops.bench.contestant.ContestantKind;
import io.carat.ops.bench.host.Machine;
import io.carat.ops.bench.load.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report for people. */
final class BenchTable {

    private static final double BYTES_PER_MEGABYTE = 1024.0 * 1024;

    /** Of two cores as of many, more than this is felt. */
    private static final double MOST_OTHERS_CORES = 0.1;

    private BenchTable() {}

    static List<String> lines(BenchReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-10s %12s %-12s %10s %9s %9s %9s %6s %7s %6s %7s %6s",
                "",
                "per second",
                "",
                "events/s",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "cores",
                "MB",
                "PG",
                "PG MB",
                "others"));
        report.figures().forEach((kind, of) -> lines.add(line(kind, of)));
        lines.add("");
        new Ratios(report.figures())
                .all()
                .forEach(ratio -> lines.add(String.format(Locale.ROOT, "%8.2f  %s", ratio.value(), ratio.text())));
        lines.add("");
        lines.addAll(machine(report.machine()));
        report.figures().forEach((kind, of) -> notes(kind, of, lines));
        return lines;
    }

    private static String line(ContestantKind kind, Figures of) {
        return String.format(
                Locale.ROOT,
                "%-10s %,12.0f %-12s %,10.0f %9.2f %9.2f %9.2f %6.2f %,7.0f %6.2f %,7.0f %6.2f",
                name(kind),
                of.perSecond(),
                unit(kind),
                of.eventsPerSecond(),
                of.millis(Latency::p50Millis),
                of.millis(Latency::p99Millis),
                of.millis(Latency::p999Millis),
                of.cores(),
                of.peakBytes() / BYTES_PER_MEGABYTE,
                of.postgresCores(),
                of.postgresPeakBytes() / BYTES_PER_MEGABYTE,
                of.othersCores());
    }

    static List<String> machine(Machine machine) {
        return List.of(
                machine.cpu() + ", " + machine.cores() + " cores, " + machine.memoryBytes() / (1 << 30) + " GB, "
                        + machine.os() + ", " + machine.diskType(),
                machine.java(),
                "PostgreSQL " + machine.postgres());
    }

    private static void notes(ContestantKind kind, Figures of, List<String> lines) {
        if (of.othersCores() > MOST_OTHERS_CORES) {
            lines.add("NOTE: other programs kept " + of.othersCores() + " processors busy while " + name(kind)
                    + " ran; its figures are worth little");
        }
        if (of.lagEvents() > 0) {
            lines.add("NOTE: projections and sagas were " + of.lagEvents() + " events behind at the end of a run of "
                    + name(kind));
        }
        of.runs().stream()
                .filter(run -> run.failures() > 0)
                .findFirst()
                .ifPresent(run -> lines.add("FAILED: " + name(kind) + " had " + of.failures() + " failures, such as "
                        + run.firstFailure()));
    }

    static String name(ContestantKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String unit(ContestantKind kind) {
        return switch (kind) {
            case ENGINE, ENGINE_HOT, STOCK, HTTP -> "commands";
            case SQL, SQL_HOT -> "transfers";
            case RAW -> "rows";
        };
    }
}
