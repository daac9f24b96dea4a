package io.carat.core.testing;

import io.carat.core.policy.BetLimits;
import io.carat.core.policy.Contribution;
import io.carat.core.policy.FundingMode;
import io.carat.core.policy.FundingRule;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PointsLimits;
import io.carat.core.policy.PointsTerms;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.policy.SourceLimit;
import io.carat.core.policy.TransferLimits;
import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two topologies and the policies of the product's first start, and variations of a policy for one test. */
public final class SeedsForTest {

    private SeedsForTest() {}

    /** RUBY_SPLIT_V1 version 1. */
    public static Topology split() {
        return Topology.of(
                "RUBY_SPLIT_V1",
                1,
                List.of(
                        new BucketType("SPORTS_NORMAL", BucketRole.NORMAL),
                        new BucketType("SPORTS_BONUS", BucketRole.BONUS),
                        new BucketType("CASINO_NORMAL", BucketRole.NORMAL),
                        new BucketType("CASINO_BONUS", BucketRole.BONUS),
                        new BucketType("WITHDRAWABLE", BucketRole.WITHDRAWABLE),
                        new BucketType("POINTS", BucketRole.POINTS)),
                List.of(
                        new ProductRoute("SPORTS", "SPORTS_NORMAL", "SPORTS_BONUS", "SPORTS"),
                        new ProductRoute("LIVE", "CASINO_NORMAL", "CASINO_BONUS", "CASINO"),
                        new ProductRoute("SLOTS", "CASINO_NORMAL", "CASINO_BONUS", "CASINO")));
    }

    /** RUBY_UNIFIED_V1 version 1. */
    public static Topology unified() {
        return Topology.of(
                "RUBY_UNIFIED_V1",
                1,
                List.of(
                        new BucketType("COMMON_NORMAL", BucketRole.NORMAL),
                        new BucketType("COMMON_BONUS", BucketRole.BONUS),
                        new BucketType("WITHDRAWABLE", BucketRole.WITHDRAWABLE),
                        new BucketType("POINTS", BucketRole.POINTS)),
                List.of(
                        new ProductRoute("SPORTS", "COMMON_NORMAL", "COMMON_BONUS", "SPORTS"),
                        new ProductRoute("LIVE", "COMMON_NORMAL", "COMMON_BONUS", "CASINO"),
                        new ProductRoute("SLOTS", "COMMON_NORMAL", "COMMON_BONUS", "CASINO")));
    }

    /** Version 1 of a policy of this code. */
    public static Policy policy(String code) {
        return new Policy(
                code,
                1,
                new FundingRule(
                        FundingMode.MIXED,
                        List.of(FundingSource.COUPON, FundingSource.BONUS, FundingSource.NORMAL),
                        Map.of(),
                        WithdrawablePolicy.LAST_RESORT_RESTORE),
                BetLimits.NONE,
                depositRolling(10_000),
                new RollingTerms(
                        100_000,
                        Map.of(
                                "SLOTS", Contribution.of(10_000),
                                "SPORTS", new Contribution(10_000, 1_500),
                                "LIVE", Contribution.of(1_000))),
                depositRolling(10_000),
                new PointsTerms(100, 10, 30_000),
                Map.of());
    }

    /** Deposit rolling at this multiplier, every product counting in full. */
    public static RollingTerms depositRolling(int multiplierBps) {
        return new RollingTerms(
                multiplierBps,
                Map.of(
                        "SPORTS", Contribution.of(10_000),
                        "LIVE", Contribution.of(10_000),
                        "SLOTS", Contribution.of(10_000)));
    }

    /** The policy with another place for WITHDRAWABLE. */
    public static Policy with(Policy policy, WithdrawablePolicy withdrawable) {
        FundingRule funding = policy.funding();
        return with(policy, new FundingRule(funding.mode(), funding.order(), funding.limits(), withdrawable));
    }

    /** The policy with bounds on its sources. */
    public static Policy with(Policy policy, Map<FundingSource, SourceLimit> limits) {
        FundingRule funding = policy.funding();
        return with(policy, new FundingRule(funding.mode(), funding.order(), limits, funding.withdrawable()));
    }

    /** The policy with its sources in another order. */
    public static Policy withOrder(Policy policy, FundingSource... order) {
        FundingRule funding = policy.funding();
        return with(policy, new FundingRule(funding.mode(), List.of(order), funding.limits(), funding.withdrawable()));
    }

    /** The policy with its sources combined otherwise. */
    public static Policy with(Policy policy, FundingMode mode) {
        FundingRule funding = policy.funding();
        return with(policy, new FundingRule(mode, funding.order(), funding.limits(), funding.withdrawable()));
    }

    /** The policy with bounds on bets. */
    public static Policy with(Policy policy, BetLimits betLimits) {
        return copy(policy, policy.version(), policy.funding(), betLimits, policy.depositRolling());
    }

    /** The policy with another deposit rolling. */
    public static Policy with(Policy policy, RollingTerms depositRolling) {
        return copy(policy, policy.version(), policy.funding(), policy.betLimits(), depositRolling);
    }

    /** The policy with bounds on the points of a transfer. */
    public static Policy with(Policy policy, PointsLimits limits) {
        return points(policy, policy.points(), limits);
    }

    /** The policy with another rate of points. */
    public static Policy with(Policy policy, PointsTerms points) {
        return points(policy, points, policy.pointsLimits());
    }

    private static Policy points(Policy policy, PointsTerms points, @Nullable PointsLimits limits) {
        return new Policy(
                policy.code(),
                policy.version(),
                policy.funding(),
                policy.betLimits(),
                policy.depositRolling(),
                policy.bonusRolling(),
                policy.toNormalRolling(),
                points,
                policy.lowBalanceMinor(),
                limits,
                policy.transferLimits());
    }

    /** The policy with bounds on transfers in won. */
    public static Policy with(Policy policy, TransferLimits limits) {
        return copy(
                policy,
                policy.version(),
                policy.funding(),
                policy.betLimits(),
                policy.depositRolling(),
                Map.of("KRW", limits));
    }

    /** The policy as another version. */
    public static Policy withVersion(Policy policy, int version) {
        return copy(policy, version, policy.funding(), policy.betLimits(), policy.depositRolling());
    }

    private static Policy with(Policy policy, FundingRule funding) {
        return copy(policy, policy.version(), funding, policy.betLimits(), policy.depositRolling());
    }

    private static Policy copy(
            Policy policy, int version, FundingRule funding, BetLimits betLimits, RollingTerms depositRolling) {
        return copy(policy, version, funding, betLimits, depositRolling, policy.transferLimits());
    }

    private static Policy copy(
            Policy policy,
            int version,
            FundingRule funding,
            BetLimits betLimits,
            RollingTerms depositRolling,
            @Nullable Map<String, TransferLimits> transferLimits) {
        return new Policy(
                policy.code(),
                version,
                funding,
                betLimits,
                depositRolling,
                policy.bonusRolling(),
                policy.toNormalRolling(),
                policy.points(),
                policy.lowBalanceMinor(),
                policy.pointsLimits(),
                transferLimits);
    }
}
