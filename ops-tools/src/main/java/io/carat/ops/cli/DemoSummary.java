package io.carat.ops.cli;

import io.carat.ops.simulation.DemoReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The demo's summary for people. */
final class DemoSummary {

    private DemoSummary() {}

    static List<String> lines(DemoReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.requests() + " requests in " + report.seconds() + " s: " + report.requestsPerSecond()
                + " requests/s of " + report.rate() + " asked (" + report.missed() + " missed: every player was busy)");
        lines.add("accepted " + report.accepted() + ", refused " + byCode(report.refused()) + ", replays "
                + report.replays() + ", sent again " + report.retries());
        lines.add(String.format(
                Locale.ROOT,
                "answered in %.1f ms (median), %.1f ms (99 %%), %.1f ms (slowest)",
                report.p50Millis(),
                report.p99Millis(),
                report.maxMillis()));
        report.examples().forEach(example -> lines.add("! " + example));
        lines.add(report.ok() ? "OK" : failed(report));
        return lines;
    }

    static String byCode(Map<String, Long> refused) {
        long sum = refused.values().stream().mapToLong(Long::longValue).sum();
        String codes = new TreeMap<>(refused)
                .entrySet().stream()
                        .map(code -> code.getKey() + " " + code.getValue())
                        .collect(Collectors.joining(", "));
        return sum == 0 ? "0" : sum + " (" + codes + ")";
    }

    private static String failed(DemoReport report) {
        return "FAILED: " + report.unexpected() + " unexpected answers, " + report.errors() + " players without answer";
    }
}
