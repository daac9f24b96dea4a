package io.carat.projection.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetCashedOut;
import io.carat.core.bet.BetEvent.BetCorrected;
import io.carat.core.bet.BetEvent.BetHalfVoided;
import io.carat.core.bet.BetEvent.BetRolledBack;
import io.carat.core.bet.BetEvent.BetSettled;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bet.BetEvent.BetVoided;
import io.carat.core.bet.BetStatus;
import io.carat.core.bet.LegAmount;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one bet that follow each other, added up; what opens the bet is none of them.
 *
 * @param unbroken whether each sequence is the one after the one before
 * @param status the last status that a change gave, null when none did
 * @param position of the last change's event
 */
record BetRun(
        String authorizationId,
        boolean unbroken,
        long firstSequence,
        long lastSequence,
        @Nullable BetStatus status,
        List<LegAmount> payouts,
        List<LegAmount> refunds,
        List<LegAmount> cashedOut,
        long position,
        Instant at) {

    /** The bets whose changes follow each other, in a list that may have several of one bet. */
    static List<BetRun> unbroken(Collection<BetChange> changes) {
        Map<String, BetRun> runs = new LinkedHashMap<>();
        for (BetChange change : changes) {
            of(change).ifPresent(run -> runs.merge(run.authorizationId, run, BetRun::then));
        }
        return runs.values().stream().filter(BetRun::unbroken).toList();
    }

    // What a push pays back is stake: the columns say what the legs got, not what the provider called it.
    long payoutMinor() {
        return sum(payouts);
    }

    long refundedMinor() {
        return sum(refunds);
    }

    long cashedOutMinor() {
        return sum(cashedOut);
    }

    private static Optional<BetRun> of(BetChange change) {
        return switch (change.event()) {
            case BetAuthorized ignored -> Optional.empty();
            case BetTombstoned ignored -> Optional.empty();
            case BetSettled bet ->
                of(
                        change,
                        bet.closes() ? BetStatus.SETTLED : BetStatus.PARTIALLY_SETTLED,
                        bet.payouts(),
                        bet.refunds());
            case BetCashedOut bet ->
                of(change, bet.closes() ? BetStatus.SETTLED : BetStatus.PARTIALLY_SETTLED, bet.payouts(), List.of())
                        .map(run -> run.withCashedOut(bet.closedStakes()));
            case BetCorrected bet ->
                of(change, null, concat(bet.payouts(), less(bet.reversedPayouts())), less(bet.reversedRefunds()));
            case BetRolledBack bet -> of(change, BetStatus.ROLLED_BACK, List.of(), bet.refunds());
            case BetVoided bet -> of(change, BetStatus.VOIDED, less(bet.reversedPayouts()), bet.refunds());
            case BetHalfVoided bet -> of(change, null, List.of(), bet.refunds());
        };
    }

    private static Optional<BetRun> of(
            BetChange change, @Nullable BetStatus status, List<LegAmount> payouts, List<LegAmount> refunds) {
        return Optional.of(new BetRun(
                change.authorizationId(),
                true,
                change.sequence(),
                change.sequence(),
                status,
                payouts,
                refunds,
                List.of(),
                change.position(),
                change.at()));
    }

    private BetRun then(BetRun next) {
        return new BetRun(
                authorizationId,
                unbroken && next.firstSequence == lastSequence + 1,
                firstSequence,
                next.lastSequence,
                next.status == null ? status : next.status,
                concat(payouts, next.payouts),
                concat(refunds, next.refunds),
                concat(cashedOut, next.cashedOut),
                next.position,
                next.at);
    }

    private BetRun withCashedOut(List<LegAmount> closed) {
        return new BetRun(
                authorizationId, unbroken, firstSequence, lastSequence, status, payouts, refunds, closed, position, at);
    }

    private static List<LegAmount> less(List<LegAmount> amounts) {
        return amounts.stream()
                .map(amount -> new LegAmount(amount.leg(), -amount.amountMinor()))
                .toList();
    }

    private static List<LegAmount> concat(List<LegAmount> first, List<LegAmount> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static long sum(List<LegAmount> amounts) {
        return amounts.stream().mapToLong(LegAmount::amountMinor).sum();
    }
}
