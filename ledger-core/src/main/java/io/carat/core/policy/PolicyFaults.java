package io.carat.core.policy;

import io.carat.core.money.Bps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What keeps a policy from being used, one sentence per fault that names where it is (rule book §2, §4, §9). */
public final class PolicyFaults {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Set<FundingSource> ORDERED =
            Set.of(FundingSource.COUPON, FundingSource.BONUS, FundingSource.NORMAL);

    private final Set<String> products;
    private final List<String> faults = new ArrayList<>();

    /** Checks for a platform that serves these products. */
    public PolicyFaults(Set<String> products) {
        this.products = Set.copyOf(products);
    }

    /** Every fault; none when the policy can be used. */
    public List<String> of(Policy policy) {
        require(CODE.matcher(policy.code()).matches(), "code", "must be a code such as SPORTS");
        funding(policy.funding());
        betLimits(policy.betLimits());
        rolling("depositRolling", policy.depositRolling());
        rolling("bonusRolling", policy.bonusRolling());
        rolling("toNormalRolling", policy.toNormalRolling());
        points(policy.points());
        pointsLimits(policy.pointsBounds());
        policy.lowBalanceMinor().forEach((currency, minor) -> {
            currency("lowBalance", currency);
            require(minor >= 0, "lowBalance." + currency, "must not be negative");
        });
        transferLimits(policy);
        return List.copyOf(faults);
    }

    private void transferLimits(Policy policy) {
        if (policy.transferLimits() != null) {
            policy.transferLimits().forEach((currency, limits) -> {
                currency("transferLimits", currency);
                require(limits.minMinor() >= 0, "transferLimits." + currency + ".min", "must not be negative");
                require(
                        limits.maxMinor() >= limits.minMinor(),
                        "transferLimits." + currency + ".max",
                        "must not be below min");
            });
        }
    }

    private void funding(FundingRule funding) {
        require(
                funding.order().size() == ORDERED.size() && ORDERED.equals(Set.copyOf(funding.order())),
                "funding.order",
                "must name COUPON, BONUS and NORMAL once each; WITHDRAWABLE has its place from 'withdrawable'");
        funding.limits().forEach((source, limit) -> limit("funding.limits." + source, limit));
    }

    private void limit(String path, SourceLimit limit) {
        require(limit.minMinor() >= 0, path + ".min", "must not be negative");
        require(limit.maxMinor() >= limit.minMinor(), path + ".max", "must not be below min");
        require(
                limit.maxShareBps() >= 0 && limit.maxShareBps() <= Bps.ONE,
                path + ".maxShareBps",
                "must be from 0 to " + Bps.ONE);
    }

    private void betLimits(BetLimits limits) {
        require(limits.minOddsMilli() >= 0, "betLimits.minOdds", "must not be negative");
        require(limits.maxOddsMilli() >= limits.minOddsMilli(), "betLimits.maxOdds", "must not be below minOdds");
        limits.stakes().forEach((currency, stakes) -> {
            String path = "betLimits.stakes." + currency;
            currency("betLimits.stakes", currency);
            require(stakes.minStakeMinor() >= 0, path + ".minStake", "must not be negative");
            require(stakes.maxStakeMinor() >= stakes.minStakeMinor(), path + ".maxStake", "must not be below minStake");
            require(stakes.maxPayoutMinor() >= 0, path + ".maxPayout", "must not be negative");
            require(stakes.maxBonusStakeMinor() >= 0, path + ".maxBonusStake", "must not be negative");
        });
    }

    private void rolling(String path, RollingTerms terms) {
        multiplier(path + ".multiplierBps", terms.multiplierBps());
        Map<String, Contribution> contributions = terms.contributions();
        products.stream()
                .sorted()
                .forEach(product -> require(
                        contributions.containsKey(product),
                        path + ".contributions",
                        "does not say how " + product + " counts; 0 says that it does not"));
        contributions.forEach((product, contribution) -> contribution(path + ".contributions", product, contribution));
    }

    private void contribution(String path, String product, Contribution contribution) {
        require(CODE.matcher(product).matches(), path, "names '" + product + "', which is no code of a product");
        require(
                contribution.rateBps() >= 0 && contribution.rateBps() <= Bps.ONE,
                path + "." + product + ".rateBps",
                "must be from 0 to " + Bps.ONE);
        require(contribution.minOddsMilli() >= 0, path + "." + product + ".minOdds", "must not be negative");
    }

    private void pointsLimits(PointsLimits limits) {
        require(limits.min() >= 0, "pointsLimits.min", "must not be negative");
        require(limits.max() >= limits.min(), "pointsLimits.max", "must not be below min");
    }

    private void points(PointsTerms points) {
        if (points.equals(PointsTerms.NONE)) {
            return;
        }
        require(points.points() > 0, "points.points", "must be above 0");
        require(points.amountMinor() > 0, "points.amount", "must be above 0");
        multiplier("points.multiplierBps", points.multiplierBps());
    }

    private void multiplier(String path, int multiplierBps) {
        require(
                multiplierBps >= 0 && multiplierBps <= RollingTerms.MAX_MULTIPLIER_BPS,
                path,
                "must be from 0 to " + RollingTerms.MAX_MULTIPLIER_BPS);
    }

    private void currency(String path, String currency) {
        require(CURRENCY.matcher(currency).matches(), path, "names '" + currency + "', which is no currency code");
    }

    private void require(boolean holds, String path, String problem) {
        if (!holds) {
            faults.add("'" + path + "' " + problem + ".");
        }
    }
}
