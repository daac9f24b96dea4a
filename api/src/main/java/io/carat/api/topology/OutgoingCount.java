package io.carat.api.topology;

import io.carat.api.http.LedgerCommands;
import io.carat.core.configuration.ObligationsAnswer;
import io.carat.core.decision.Outcome;
import io.carat.core.eventstore.EventPositions;
import io.carat.core.topology.Leftover;
import io.carat.core.topology.Leftovers;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyCommand.ReadObligations;
import io.carat.projection.ProjectionPosition;
import io.carat.projection.topology.OutgoingBusiness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Counts what a topology would leave behind, at the end of the log and once the read models have come there. */
@Component
class OutgoingCount {

    /** How long the read models are waited for. */
    static final Duration CATCH_UP = Duration.ofSeconds(10);

    /** Once anything is found, so many pages of buckets are read for the rest: the activation is refused anyway. */
    private static final int PAGES_WHEN_BLOCKED = 20;

    private static final long POLL_MILLIS = 20;

    private final LedgerCommands commands;
    private final EventPositions positions;
    private final ProjectionPosition projections;
    private final OutgoingBusiness business;

    OutgoingCount(LedgerCommands commands, EventPositions positions, DataSource dataSource, OutgoingBusiness business) {
        this.commands = commands;
        this.positions = positions;
        this.projections = new ProjectionPosition(dataSource);
        this.business = business;
    }

    /** What would be left behind; empty when a read model did not come to the end of the log in time. */
    Optional<Leftovers> of(Topology outgoing, Topology incoming) {
        if (outgoing.lostIn(incoming).isEmpty()) {
            return Optional.of(new Leftovers(outgoing.ref(), 0, Map.of()));
        }
        long position = positions.headPosition();
        if (!caughtUp(position)) {
            return Optional.empty();
        }
        Map<Leftover, Long> counts = business.count(outgoing, incoming);
        boolean blocked = counts.values().stream().anyMatch(count -> count != 0);
        obligations(outgoing, incoming, counts, blocked ? PAGES_WHEN_BLOCKED : Integer.MAX_VALUE);
        return Optional.of(new Leftovers(outgoing.ref(), position, counts));
    }

    private void obligations(Topology outgoing, Topology incoming, Map<Leftover, Long> counts, int pages) {
        List<String> ids = List.of("");
        for (int page = 0; page < pages && !ids.isEmpty(); page++) {
            ids = business.bucketsAfter(outgoing, incoming, ids.getLast(), ReadObligations.MAX_BUCKETS);
            if (!ids.isEmpty() && commands.send(new ReadObligations(ids)).outcome() instanceof Outcome.Done done) {
                ObligationsAnswer found = (ObligationsAnswer) done.answer();
                counts.merge(Leftover.REQUIREMENTS, found.requirements(), Long::sum);
                counts.merge(Leftover.RECEIVABLES, found.receivables(), Long::sum);
            }
        }
    }

    private boolean caughtUp(long position) {
        long deadline = System.nanoTime() + CATCH_UP.toNanos();
        while (OutgoingBusiness.PROCESSORS.stream().anyMatch(processor -> projections.of(processor) < position)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for read models", e);
        }
    }
}
