package io.carat.projection.bet;

import io.carat.projection.ProjectionGapException;
import io.carat.projection.bet.BetLegs.BetLeg;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Writes what many events do to bets by few statements, in the caller's transaction. */
final class BetWriter {

    private final BetOpenings openings;
    private final BetTable bets;
    private final BetLegs legs;

    BetWriter(DataSource dataSource) {
        this.openings = new BetOpenings(dataSource);
        this.bets = new BetTable(dataSource);
        this.legs = new BetLegs(dataSource);
    }

    /**
     * Writes changes, which are in the order of their events. What is in the tables already changes nothing.
     *
     * @throws ProjectionGapException for the first event that does not follow the last one of its bet
     * @throws IllegalStateException if a bet has not all of the legs that an event pays
     */
    void write(List<BetChange> changes) {
        writeTogether(changes).forEach(this::writeAlone);
    }

    /** Returns the changes of the bets that did not take theirs: delivered again, or not following. */
    private List<BetChange> writeTogether(List<BetChange> changes) {
        Map<String, BetOpening> firsts = firstOpenings(changes);
        Set<String> opened = open(firsts.values());
        Set<String> changed = change(BetRun.unbroken(changes));
        return changes.stream()
                .filter(change -> change.opens()
                        ? !opened.contains(change.authorizationId()) || !isOf(firsts, change)
                        : !changed.contains(change.authorizationId()))
                .toList();
    }

    private static Map<String, BetOpening> firstOpenings(List<BetChange> changes) {
        Map<String, BetOpening> firsts = new LinkedHashMap<>();
        changes.stream()
                .flatMap(change -> BetOpening.of(change).stream())
                .forEach(opening -> firsts.putIfAbsent(opening.authorizationId(), opening));
        return firsts;
    }

    private static boolean isOf(Map<String, BetOpening> firsts, BetChange change) {
        BetOpening first = firsts.get(change.authorizationId());
        return first != null && first.change().equals(change);
    }

    private Set<String> open(Collection<BetOpening> firsts) {
        Set<String> opened = openings.add(List.copyOf(firsts));
        legs.insert(firsts.stream()
                .filter(opening -> opened.contains(opening.authorizationId()))
                .flatMap(BetLeg::of)
                .toList());
        return opened;
    }

    private Set<String> change(List<BetRun> runs) {
        Set<String> changed = bets.change(runs);
        legs.add(runs.stream()
                .filter(run -> changed.contains(run.authorizationId()))
                .toList());
        return changed;
    }

    private void writeAlone(BetChange change) {
        boolean written = writeTogether(List.of(change)).isEmpty();
        if (!written && !bets.holds(change)) {
            throw new ProjectionGapException(change.event(), change.position());
        }
    }
}
