package io.carat.core.bet;

import io.carat.core.bet.BetFunding.Plan;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
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
     */
    public record Bid(
            Money stake,
            @Nullable Integer oddsMilli,
            Map<FundingSource, Long> available,
            @Nullable Long bonusMaxStakeMinor) {}

    /** Funds the stake, or refuses with LIMIT_EXCEEDED or INSUFFICIENT_FUNDS; both with what each source gave. */
    public static Plan judge(Policy policy, Bid bid) {
        Plan plan = BetFunding.plan(bid.stake.amountMinor(), policy.funding(), bid.available);
        Optional<String> broken = policy.betLimits().brokenBy(bid.stake, bid.oddsMilli);
        if (broken.isPresent()) {
            return refused(broken.get(), plan.sources());
        }
        return plan instanceof Plan.Funded funded && isAboveBonusMaximum(funded, bid)
                ? refused(aboveBonusMaximum(bid), plan.sources())
                : plan;
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
