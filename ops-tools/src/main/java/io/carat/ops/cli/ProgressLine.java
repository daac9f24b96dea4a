package io.carat.ops.cli;

import io.carat.ops.simulation.DemoProgress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** The demo's progress: one line that is rewritten on a terminal, a line each second elsewhere. */
final class ProgressLine {

    private static final String REWRITE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private DemoProgress last = DemoProgress.NONE;

    ProgressLine(PrintWriter out) {
        this.out = out;
        this.terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    void show(DemoProgress now) {
        String line = line(now, last);
        last = now;
        if (terminal) {
            out.print(REWRITE + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Leaves the last line standing. */
    void end() {
        if (terminal) {
            out.println();
            out.flush();
        }
    }

    static String line(DemoProgress now, DemoProgress before) {
        double rate = (now.requests() - before.requests()) / Math.max(0.001, now.seconds() - before.seconds());
        return String.format(
                Locale.ROOT,
                "%4.0f s  %6.0f requests/s  accepted %d  refused %s  unexpected %d  errors %d%s",
                now.seconds(),
                rate,
                now.accepted(),
                DemoSummary.byCode(now.refused()),
                now.unexpected(),
                now.errors(),
                rate == 0 ? "  (no answers)" : "");
    }
}
