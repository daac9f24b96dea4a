package io.carat.core.bet;

import io.carat.core.bet.BetFunding.Plan;
import io.carat.core.bet.SourceShare.HeldBack;
import io.carat.core.coupon.CouponRefusals;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Bps;
import io.carat.core.money.Money;
import io.carat.core.policy.FundingMode;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
import io.carat.core.policy.SourceLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a policy makes of a bet: how its stake is funded, or why not (rule book §2). Decisions, dry runs and simulations ask it. */
public final class BetJudgement {

    private BetJudgement() {}

    /**
     * What is to be judged.
     *
     * @param oddsMilli decimal odds in thousandths, null where the bet has none
     * @param available per source, in minor units; a source that is absent has nothing
     * @param bonusMaxStakeMinor the largest stake that the active bonus gives a part of; null for any, or without a bonus
     * @param coupon the coupon that the bet names; null for none
     */
    public record Bid(
            Money stake,
            @Nullable Integer oddsMilli,
            Map<FundingSource, Long> available,
            @Nullable Long bonusMaxStakeMinor,
            @Nullable NamedCoupon coupon) {

        long availableMinor(FundingSource source) {
            return available.getOrDefault(source, 0L);
        }
    }

    /** Funds the stake, or refuses with LIMIT_EXCEEDED or INSUFFICIENT_FUNDS; both with what each source gave. */
    public static Plan judge(Policy policy, Bid bid) {
        Plan plan = BetFunding.plan(bid.stake.amountMinor(), policy.funding(), bid.available);
        Optional<Rejection> coupon = couponRefusal(policy, bid, plan);
        if (coupon.isPresent()) {
            return new Plan.Refused(coupon.get(), plan.sources());
        }
        Optional<String> broken = policy.betLimits().brokenBy(bid.stake, bid.oddsMilli);
        if (broken.isPresent()) {
            return refused(broken.get(), plan.sources());
        }
        return plan instanceof Plan.Funded funded && isAboveBonusMaximum(funded, bid)
                ? refused(aboveBonusMaximum(bid), plan.sources())
                : plan;
    }

    private static Optional<Rejection> couponRefusal(Policy policy, Bid bid, Plan plan) {
        return Optional.ofNullable(bid.coupon)
                .flatMap(named -> CouponRefusals.byPolicy(
                        named.partialUse(),
                        bid.availableMinor(FundingSource.COUPON),
                        couponMinor(policy, bid, plan),
                        bid.stake.amountMinor(),
                        policy.funding().mode() == FundingMode.EXCLUSIVE));
    }

    /** What the coupon would give, in minor units, were it not for sources that are not mixed. */
    static long couponMinor(Policy policy, Bid bid, Plan plan) {
        Optional<SourceShare> share = plan.sources().stream()
                .filter(source -> source.source() == FundingSource.COUPON)
                .findFirst();
        if (share.filter(given -> given.heldBack() == HeldBack.NOT_THE_WHOLE).isEmpty()) {
            return share.map(SourceShare::takenMinor).orElse(0L);
        }
        SourceLimit limit = policy.funding().limit(FundingSource.COUPON);
        long stakeMinor = bid.stake.amountMinor();
        long mostMinor = Math.min(limit.maxMinor(), Bps.floorOf(stakeMinor, limit.maxShareBps()));
        return Math.min(mostMinor, Math.min(stakeMinor, bid.availableMinor(FundingSource.COUPON)));
    }

    // A bonus gives no part of a stake above its maximum: the bet is refused, not funded otherwise (rule book §2).
    private static boolean isAboveBonusMaximum(Plan.Funded funded, Bid bid) {
        return bid.bonusMaxStakeMinor != null
                && bid.stake.amountMinor() > bid.bonusMaxStakeMinor
                && funded.parts().stream().anyMatch(part -> part.source() == FundingSource.BONUS);
    }

    private static String aboveBonusMaximum(Bid bid) {
        return "The bonus gives a part of stakes up to " + bid.bonusMaxStakeMinor + " only, not of "
                + bid.stake.amountMinor() + ".";
    }

    private static Plan refused(String detail, List<SourceShare> sources) {
        return new Plan.Refused(Rejection.of(RejectionCode.LIMIT_EXCEEDED, detail), sources);
    }
}
