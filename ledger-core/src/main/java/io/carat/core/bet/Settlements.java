package io.carat.core.bet;

import io.carat.core.bet.BetEvent.BetCorrected;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settlements of a bet that a correction names, and what becomes of them (rule book §3). */
final class Settlements {

    private Settlements() {}

    /** Those that a correction names: one by its transaction or that of an earlier correction of it, or all. */
    static List<Settlement> named(BetState.Bet bet, @Nullable String transactionId) {
        return transactionId == null
                ? bet.settlements()
                : bet.settlements().stream()
                        .filter(settlement -> settlement.isNamed(transactionId))
                        .toList();
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
                        ? settlement.corrected(
                                corrected.transactionId(), settlement.equals(first) ? corrected.payouts() : List.of())
                        : settlement)
                .toList();
    }

    /** The settlements when the bet no longer counts: none pays anything. */
    static List<Settlement> unpaid(BetState.Bet bet) {
        return bet.settlements().stream().map(Settlement::withoutPayouts).toList();
    }

    /** All transactions under which a settlement may have created a requirement. */
    static Stream<String> transactionIds(List<Settlement> settlements) {
        return settlements.stream().flatMap(settlement -> settlement.transactionIds().stream());
    }
}
