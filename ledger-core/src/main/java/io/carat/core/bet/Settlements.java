package io.carat.core.bet;

import io.carat.core.bet.BetEvent.BetCorrected;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The settlements of a bet that a correction names, and what becomes of them (rule book §3). */
final class Settlements {

    private Settlements() {}

    /**
     * Those that a correction names: the one of that transaction, else the one that a correction of that transaction
     * changed; all where it names none. A correction of all belongs to the first of them.
     */
    static List<Settlement> named(BetState.Bet bet, @Nullable String transactionId) {
        if (transactionId == null) {
            return bet.settlements();
        }
        return first(bet, settlement -> settlement.transactionId().equals(transactionId))
                .or(() -> first(bet, settlement -> settlement.correctedBy().contains(transactionId)))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Settlement> first(BetState.Bet bet, Predicate<Settlement> wanted) {
        return bet.settlements().stream().filter(wanted).findFirst();
    }

    /** What was paid per leg, in minor units. */
    static long[] paid(BetState.Bet bet, List<Settlement> settlements) {
        return LegSplit.total(
                bet.terms().legs().size(), settlements.stream().flatMap(settlement -> settlement.payouts().stream()));
    }

    /** What was given back per leg, in minor units. */
    static long[] refunded(BetState.Bet bet, List<Settlement> settlements) {
        return LegSplit.total(
                bet.terms().legs().size(), settlements.stream().flatMap(settlement -> settlement.refunds().stream()));
    }

    /** The settlements after a correction: the one it names pays something else; where it names all, the first does. */
    static List<Settlement> corrected(BetState.Bet bet, BetCorrected corrected) {
        List<Settlement> named = named(bet, corrected.correctsTransactionId());
        Settlement first = named.getFirst();
        return bet.settlements().stream()
                .map(settlement -> named.contains(settlement)
                        ? corrected(settlement, corrected, settlement.equals(first))
                        : settlement)
                .toList();
    }

    private static Settlement corrected(Settlement settlement, BetCorrected corrected, boolean first) {
        return settlement.corrected(
                corrected.transactionId(), first ? corrected.payouts() : List.of(), first ? corrected.coupon() : null);
    }

    /** The settlements when the bet no longer counts: none pays anything. */
    static List<Settlement> unpaid(BetState.Bet bet) {
        return bet.settlements().stream().map(Settlement::withoutPayouts).toList();
    }
}
