package io.carat.core.policy;

import java.util.List;
import java.util.Map;

/**
 * How a stake is funded (rule book §2).
 *
 * @param mode how sources combine
 * @param order COUPON, BONUS and NORMAL in the order they are walked
 * @param limits bounds per source; a source that is not listed has none
 * @param withdrawable the place of WITHDRAWABLE, and where its payout goes
 */
public record FundingRule(
        FundingMode mode,
        List<FundingSource> order,
        Map<FundingSource, SourceLimit> limits,
        WithdrawablePolicy withdrawable) {

    public FundingRule {
        order = List.copyOf(order);
        limits = Map.copyOf(limits);
    }

    /** The bounds of a source. */
    public SourceLimit limit(FundingSource source) {
        return limits.getOrDefault(source, SourceLimit.NONE);
    }
}
