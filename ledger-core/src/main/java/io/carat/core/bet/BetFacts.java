package io.carat.core.bet;

import io.carat.core.policy.Policy;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletMovement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a transaction of a bet is decided on.
 *
 * @param bet the bet as it stands
 * @param policy the policy version of its snapshot, never today's
 * @param wallet the buckets of its legs, WITHDRAWABLE and the product's NORMAL, as loaded
 * @param target where its legs are paid to
 * @param numbers the counter for requirements that the transaction creates
 * @param now the time of the decision
 */
record BetFacts(
        BetState.Bet bet, Policy policy, Wallet wallet, PayoutTarget target, RequirementNumbers numbers, Instant now) {

    /** The turns of the bonuses that a movement concerns. */
    BonusTurns turns(WalletMovement movement) {
        return new BonusTurns(movement, numbers, now);
    }

    /** The types of the buckets that its legs came from, each once. */
    List<String> legTypes() {
        return bet.terms().legs().stream().map(Leg::bucketTypeCode).distinct().toList();
    }

    /** The types of the buckets that a result concerns: where nothing is paid, in minor units, only those of its legs. */
    List<String> touchedTypes(long paidMinor) {
        return paidMinor == 0 ? legTypes() : paidTypes();
    }

    /** The types of the buckets that its legs came from and are paid to, each once. */
    List<String> paidTypes() {
        return bet.terms().legs().stream()
                .flatMap(leg -> Stream.of(leg.bucketTypeCode(), target.bucketOf(leg)))
                .distinct()
                .toList();
    }
}
