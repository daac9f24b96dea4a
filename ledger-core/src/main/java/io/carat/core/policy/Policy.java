package io.carat.core.policy;

import java.util.List;
import java.util.Map;

/**
 * One immutable version of a policy (rule book §2, §4).
 *
 * @param code the policy's name, SPORTS or CASINO
 * @param version 1 and up
 * @param mode how sources combine
 * @param order COUPON, BONUS and NORMAL in the order they are walked
 * @param limits bounds per source; a source that is not listed has none
 * @param withdrawable the place of WITHDRAWABLE
 * @param depositRolling what a deposit owes
 * @param bonusRolling what a bonus owes
 * @param points how points become money
 * @param lowBalanceMinor per currency: at or below it a bucket's requirements complete after a settlement
 */
public record Policy(
        String code,
        int version,
        FundingMode mode,
        List<FundingSource> order,
        Map<FundingSource, SourceLimit> limits,
        WithdrawablePolicy withdrawable,
        RollingTerms depositRolling,
        RollingTerms bonusRolling,
        PointsTerms points,
        Map<String, Long> lowBalanceMinor) {

    /** The threshold of a currency that the policy does not name, in minor units. */
    public static final long DEFAULT_LOW_BALANCE_MINOR = 500;

    public Policy {
        order = List.copyOf(order);
        limits = Map.copyOf(limits);
        lowBalanceMinor = Map.copyOf(lowBalanceMinor);
    }

    /** The code and version to record with a decision. */
    public PolicyRef ref() {
        return new PolicyRef(code, version);
    }

    /** The bounds of a source. */
    public SourceLimit limit(FundingSource source) {
        return limits.getOrDefault(source, SourceLimit.NONE);
    }

    /** The low-balance threshold of a currency, in minor units. */
    public long lowBalanceMinor(String currency) {
        return lowBalanceMinor.getOrDefault(currency, DEFAULT_LOW_BALANCE_MINOR);
    }
}
