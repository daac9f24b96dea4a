package io.carat.api.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.core.policy.FundingMode;
import io.carat.core.policy.FundingRule;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PointsLimits;
import io.carat.core.policy.PointsTerms;
import io.carat.core.policy.Policy;
import io.carat.core.policy.SourceLimit;
import io.carat.core.policy.TransferLimits;
import io.carat.core.policy.WithdrawablePolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A policy version as it is told and sent. Bounds that do not bind are left out; amounts are minor units, rates basis points,
 * odds decimals with at most 3 places.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyBody(
        @Schema(description = "may be left out of a request, whose path names it") @Nullable
        String code,

        @Schema(description = "given by the ledger; in a request it is not looked at") @Nullable
        Integer version,

        Funding funding,

        @Schema(description = "bounds on bets; left out: none") @Nullable
        BetLimitsBody betLimits,

        @Schema(description = "what a deposit owes") RollingBody depositRolling,
        @Schema(description = "what a bonus owes") RollingBody bonusRolling,

        @Schema(description = "what a payout of a WITHDRAWABLE leg owes that goes to NORMAL")
        RollingBody toNormalRolling,

        @Schema(description = "how points become money; left out: they do not") @Nullable
        Points points,

        @Schema(
                description =
                        "per currency: at or below it requirements complete after a settlement; 500 where left out")
        @Nullable
        Map<String, Long> lowBalance,

        @Schema(description = "how many points one transfer may take; left out: any") @Nullable
        PointsBounds pointsLimits,

        @Schema(description = "per currency: bounds on transfers into the policy's NORMAL bucket; left out: none")
        @Nullable
        Map<String, TransferLimit> transferLimits) {

    /** Refuses a body that lacks a part. */
    public PolicyBody {
        Parts.require("funding", funding);
        Parts.require("depositRolling", depositRolling);
        Parts.require("bonusRolling", bonusRolling);
        Parts.require("toNormalRolling", toNormalRolling);
        Parts.requireEntries("lowBalance", lowBalance);
        Parts.requireEntries("transferLimits", transferLimits);
    }

    /** How a stake is funded. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Funding(
            FundingMode mode,

            @Schema(description = "COUPON, BONUS and NORMAL in the order they are asked")
            List<FundingSource> order,

            @Schema(description = "where WITHDRAWABLE stands, and where its payout goes")
            WithdrawablePolicy withdrawable,

            @Schema(description = "bounds per source; left out: none") @Nullable
            Map<FundingSource, Limit> limits) {

        /** Refuses a body that lacks a part. */
        public Funding {
            Parts.require("funding.mode", mode);
            Parts.require("funding.order", order);
            Parts.requireNone("funding.order", order);
            Parts.require("funding.withdrawable", withdrawable);
            Parts.requireEntries("funding.limits", limits);
        }

        private static Funding of(FundingRule rule) {
            Map<FundingSource, Limit> limits = new TreeMap<>();
            rule.limits().forEach((source, limit) -> limits.put(source, Limit.of(limit)));
            return new Funding(rule.mode(), rule.order(), rule.withdrawable(), limits.isEmpty() ? null : limits);
        }

        private FundingRule rule() {
            Map<FundingSource, SourceLimit> bounds = new TreeMap<>();
            Parts.orEmpty(limits).forEach((source, limit) -> bounds.put(source, limit.limit()));
            return new FundingRule(mode, order, bounds, withdrawable);
        }
    }

    /** Bounds on what one source gives to one stake. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limit(
            @Nullable Long min,
            @Nullable Long max,
            @Nullable Integer maxShareBps) {

        private static Limit of(SourceLimit limit) {
            SourceLimit none = SourceLimit.NONE;
            return new Limit(
                    Parts.unless(limit.minMinor(), none.minMinor()),
                    Parts.unless(limit.maxMinor(), none.maxMinor()),
                    Parts.unless(limit.maxShareBps(), none.maxShareBps()));
        }

        private SourceLimit limit() {
            SourceLimit none = SourceLimit.NONE;
            return new SourceLimit(
                    Parts.or(min, none.minMinor()),
                    Parts.or(max, none.maxMinor()),
                    Parts.or(maxShareBps, none.maxShareBps()));
        }
    }

    /** Bounds on one transfer, in minor units. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TransferLimit(
            @Nullable Long min, @Nullable Long max) {

        private static TransferLimit of(TransferLimits limits) {
            return new TransferLimit(
                    Parts.unless(limits.minMinor(), TransferLimits.NONE.minMinor()),
                    Parts.unless(limits.maxMinor(), TransferLimits.NONE.maxMinor()));
        }

        private TransferLimits limits() {
            return new TransferLimits(
                    Parts.or(min, TransferLimits.NONE.minMinor()), Parts.or(max, TransferLimits.NONE.maxMinor()));
        }

        private static @Nullable Map<String, TransferLimit> of(Policy policy) {
            if (policy.transferLimits() == null) {
                return null;
            }
            Map<String, TransferLimit> bodies = new TreeMap<>();
            policy.transferLimits().forEach((currency, limits) -> bodies.put(currency, of(limits)));
            return bodies;
        }

        private static Map<String, TransferLimits> limits(@Nullable Map<String, TransferLimit> bodies) {
            Map<String, TransferLimits> bounds = new TreeMap<>();
            Parts.orEmpty(bodies).forEach((currency, limits) -> bounds.put(currency, limits.limits()));
            return bounds;
        }
    }

    /** So many points give this amount, to be wagered at the multiplier. */
    public record Points(Long points, Long amount, Integer multiplierBps) {

        /** Refuses a body that lacks a part. */
        public Points {
            Parts.require("points.points", points);
            Parts.require("points.amount", amount);
            Parts.require("points.multiplierBps", multiplierBps);
        }

        private static @Nullable Points of(PointsTerms terms) {
            return terms.equals(PointsTerms.NONE)
                    ? null
                    : new Points(terms.points(), terms.amountMinor(), terms.multiplierBps());
        }

        private PointsTerms terms() {
            return new PointsTerms(points, amount, multiplierBps);
        }
    }

    /** How many points one transfer may take. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PointsBounds(@Nullable Long min, @Nullable Long max) {

        private static @Nullable PointsBounds of(@Nullable PointsLimits limits) {
            PointsLimits none = PointsLimits.NONE;
            return limits == null
                    ? null
                    : new PointsBounds(Parts.unless(limits.min(), none.min()), Parts.unless(limits.max(), none.max()));
        }

        private PointsLimits limits() {
            return new PointsLimits(Parts.or(min, PointsLimits.NONE.min()), Parts.or(max, PointsLimits.NONE.max()));
        }
    }

    /** A policy version as it is told. */
    public static PolicyBody of(Policy policy) {
        return new PolicyBody(
                policy.code(),
                policy.version(),
                Funding.of(policy.funding()),
                BetLimitsBody.of(policy.betLimits()),
                RollingBody.of(policy.depositRolling()),
                RollingBody.of(policy.bonusRolling()),
                RollingBody.of(policy.toNormalRolling()),
                Points.of(policy.points()),
                policy.lowBalanceMinor().isEmpty() ? null : new TreeMap<>(policy.lowBalanceMinor()),
                PointsBounds.of(policy.pointsLimits()),
                TransferLimit.of(policy));
    }

    /**
     * The rules that were sent for this code; their number is given by the ledger.
     *
     * @throws InvalidRequestException when the body names another code
     */
    Policy rules(String pathCode) {
        Field.code("code", pathCode);
        if (code != null && !code.equals(pathCode)) {
            throw new InvalidRequestException("code", "is not that of the path, " + pathCode);
        }
        return new Policy(
                pathCode,
                1,
                funding.rule(),
                BetLimitsBody.limits(betLimits),
                depositRolling.terms("depositRolling"),
                bonusRolling.terms("bonusRolling"),
                toNormalRolling.terms("toNormalRolling"),
                points == null ? PointsTerms.NONE : points.terms(),
                Parts.orEmpty(lowBalance),
                pointsLimits == null ? null : pointsLimits.limits(),
                TransferLimit.limits(transferLimits));
    }
}
