package io.carat.core.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of a policy (rule book §2, §4).
 *
 * @param code the policy's name, for example SPORTS
 * @param version 1 and up
 * @param funding how a stake is funded
 * @param betLimits bounds on bets
 * @param depositRolling what a deposit owes
 * @param bonusRolling what a bonus owes
 * @param toNormalRolling what the payout of a WITHDRAWABLE leg owes when it goes to NORMAL
 * @param points how points become money
 * @param lowBalanceMinor per currency: at or below it a bucket's requirements complete after a settlement
 * @param pointsLimits how many points one transfer may take; null for any
 * @param transferLimits per currency: bounds on transfers into the policy's NORMAL bucket; null for none
 */
public record Policy(
        String code,
        int version,
        FundingRule funding,
        BetLimits betLimits,
        RollingTerms depositRolling,
        RollingTerms bonusRolling,
        RollingTerms toNormalRolling,
        PointsTerms points,
        Map<String, Long> lowBalanceMinor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PointsLimits pointsLimits,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, TransferLimits> transferLimits) {

    /** The threshold of a currency that the policy does not name, in minor units. */
    public static final long DEFAULT_LOW_BALANCE_MINOR = 500;

    public Policy {
        lowBalanceMinor = Map.copyOf(lowBalanceMinor);
        // none is told in one way, so that versions with the same rules are found equal
        transferLimits = transferLimits == null || transferLimits.isEmpty() ? null : Map.copyOf(transferLimits);
    }

    /** Rules without bounds on transfers. */
    public Policy(
            String code,
            int version,
            FundingRule funding,
            BetLimits betLimits,
            RollingTerms depositRolling,
            RollingTerms bonusRolling,
            RollingTerms toNormalRolling,
            PointsTerms points,
            Map<String, Long> lowBalanceMinor) {
        this(
                code,
                version,
                funding,
                betLimits,
                depositRolling,
                bonusRolling,
                toNormalRolling,
                points,
                lowBalanceMinor,
                null,
                null);
    }

    /** The code and version to record with a decision. */
    public PolicyRef ref() {
        return new PolicyRef(code, version);
    }

    /** The same rules under another number. */
    public Policy withVersion(int other) {
        return new Policy(
                code,
                other,
                funding,
                betLimits,
                depositRolling,
                bonusRolling,
                toNormalRolling,
                points,
                lowBalanceMinor,
                pointsLimits,
                transferLimits);
    }

    /** The bounds on transfers of a currency. */
    public TransferLimits transferLimits(String currency) {
        return transferLimits == null
                ? TransferLimits.NONE
                : transferLimits.getOrDefault(currency, TransferLimits.NONE);
    }

    /** Whether another version says the same. */
    public boolean hasRulesOf(Policy other) {
        return withVersion(other.version).equals(other);
    }

    /** The low-balance threshold of a currency, in minor units. */
    public long lowBalanceMinor(String currency) {
        return lowBalanceMinor.getOrDefault(currency, DEFAULT_LOW_BALANCE_MINOR);
    }

    /** The bounds on the points of one transfer. */
    public PointsLimits pointsBounds() {
        return Objects.requireNonNullElse(pointsLimits, PointsLimits.NONE);
    }
}
