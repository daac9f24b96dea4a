package io.carat.core.bet;

import io.carat.core.decision.LedgerEvent;
import io.carat.core.policy.Policy;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletMovement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction of a bet is decided on.
 *
 * @param bet the bet as it stands
 * @param policy the policy version of its snapshot, never today's
 * @param wallet the buckets of its legs, WITHDRAWABLE and the product's NORMAL, as loaded
 * @param target where its legs are paid to
 * @param numbers the counter for requirements that the transaction creates
 * @param coupon the leg that a coupon funds; null without one
 * @param now the time of the decision
 */
record BetFacts(
        BetState.Bet bet,
        Policy policy,
        Wallet wallet,
        PayoutTarget target,
        RequirementNumbers numbers,
        @Nullable CouponLeg coupon,
        Instant now) {

    /** The turns of the bonuses that a movement concerns. */
    BonusTurns turns(WalletMovement movement) {
        return new BonusTurns(movement, numbers, now);
    }

    /** The types of the buckets that its legs came from, each once. */
    List<String> legTypes() {
        return bucketLegs().map(Leg::bucketTypeCode).distinct().toList();
    }

    /** The types of the buckets that a result may have emptied: where nothing is paid, in minor units, only those of its legs. */
    List<String> touchedTypes(long paidMinor) {
        return paidMinor == 0
                ? legTypes()
                : bucketLegs()
                        .flatMap(leg -> Stream.of(leg.bucketTypeCode(), target.bucketOf(leg)))
                        .distinct()
                        .toList();
    }

    /** The types of the buckets that its legs came from and are paid to, each once. */
    List<String> paidTypes() {
        return bet.terms().legs().stream()
                .flatMap(leg -> CouponLeg.isOne(leg)
                        ? Stream.of(target.bucketOf(leg))
                        : Stream.of(leg.bucketTypeCode(), target.bucketOf(leg)))
                .distinct()
                .toList();
    }

    /** The types of the buckets that a result may have freed: where nothing is paid, in minor units, only those of its legs. */
    List<String> freedTypes(long paidMinor) {
        return paidMinor == 0 ? legTypes() : paidTypes();
    }

    /** What the legs are paid of a result, split by these weights; all in minor units. */
    List<LegAmount> shares(long payoutMinor, long[] weightsMinor) {
        return coupon == null
                ? LegSplit.of(payoutMinor, weightsMinor)
                : coupon.shares(payoutMinor, weightsMinor, coupon.leg().stakeMinor());
    }

    /** What the legs are paid of the price of a part of the stake; all in minor units. */
    List<LegAmount> shares(long priceMinor, List<LegAmount> closedStakes) {
        long[] weights = LegSplit.total(bet.terms().legs().size(), closedStakes.stream());
        return coupon == null
                ? LegSplit.of(priceMinor, weights)
                : coupon.shares(priceMinor, weights, LegSplit.of(coupon.leg(), closedStakes));
    }

    /** What the transaction does to the coupon's leg apart from what it is paid; null without one. */
    @Nullable
    CouponPaid couponPaid() {
        return coupon == null ? null : coupon.paid();
    }

    /** The events of the player and of the coupon, in order. */
    List<LedgerEvent> besides() {
        List<LedgerEvent> events = new ArrayList<>(numbers.events());
        if (coupon != null) {
            events.addAll(coupon.events());
        }
        return events;
    }

    private Stream<Leg> bucketLegs() {
        return bet.terms().legs().stream().filter(leg -> !CouponLeg.isOne(leg));
    }
}
