package io.carat.ops.crash;

import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.Role;
import io.carat.ops.simulation.JournalCheck;
import io.carat.ops.simulation.JournalReport;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Looks at what a crash has left behind, once players are done. */
record Aftermath(CrashSite site, LedgerClient client, List<LogCheck> checks) {

    /** Long enough for claims on processors to expire and for a backlog. */
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);

    /** An idle saga stores that it passed an event only seconds later, and a round need not wait for that. */
    private static final String PROJECTIONS = "wallet-";

    /**
     * What was found.
     *
     * @param settledSeconds from the last player's last answer until the read models were complete; -1 when they
     *     had not in time
     * @param faults what does not hold of the commands, of the read models and of the log; empty when all does
     */
    record Findings(double settledSeconds, List<String> faults) {}

    /** Looks at the commands of these journals, at the read models and at the log, in the middle of a run. */
    Findings findings(List<Path> journals) {
        return findings(journals, processor -> processor.startsWith(PROJECTIONS));
    }

    /** Looks at all that when nothing will follow, so that sagas too must have come to the end of the log. */
    Findings lastFindings(List<Path> journals) {
        return findings(journals, processor -> true);
    }

    private Findings findings(List<Path> journals, Predicate<String> processors) {
        List<String> faults = new ArrayList<>();
        double settledSeconds = -1;
        try {
            settledSeconds = settle(processors);
            journals.forEach(journal -> faults.addAll(answers(journal)));
            faults.addAll(drift());
            faults.addAll(new MoneyCheck(client, site.log()).faults(journals));
            for (LogCheck check : checks) {
                check.faults(site.log()).forEach(fault -> faults.add("not so: " + check.name() + ": " + fault));
            }
        } catch (CaratFailure e) {
            faults.add(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            faults.add("the database cannot be read: " + e.getMessage());
        }
        return new Findings(settledSeconds, faults);
    }

    private List<String> answers(Path journal) {
        JournalReport report = new JournalCheck(client).run(journal);
        List<String> faults = new ArrayList<>(report.examples());
        if (!report.ok()) {
            faults.add(report.lost() + " acknowledged commands are lost, " + report.different()
                    + " are answered otherwise, of " + report.checked());
        }
        return faults;
    }

    private double settle(Predicate<String> processors) {
        long start = System.nanoTime();
        Await.until(
                SETTLED_WITHIN,
                () -> site.probe().lag(site.next(Role.ADMIN), processors) == 0,
                "the processors have not taken all events");
        return Seconds.since(start);
    }

    private List<String> drift() {
        JsonNode run = site.probe().reconcile(site.next(Role.ADMIN));
        boolean clean = run.path("driftBuckets").asInt(-1) == 0
                && run.path("checkedBuckets").asInt() > 0;
        return clean ? List.of() : List.of("the reconciliation is not clean: " + run);
    }
}
