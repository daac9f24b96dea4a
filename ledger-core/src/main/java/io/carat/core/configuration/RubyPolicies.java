package io.carat.core.configuration;

import io.carat.core.money.Bps;
import io.carat.core.policy.BetLimits;
import io.carat.core.policy.Contribution;
import io.carat.core.policy.FundingMode;
import io.carat.core.policy.FundingRule;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PointsTerms;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.policy.WithdrawablePolicy;
import java.util.List;
import java.util.Map;

/** Version 1 of the SPORTS and CASINO policies. */
final class RubyPolicies {

    private static final int BONUS_MULTIPLIER_BPS = 10 * Bps.ONE;
    private static final int POINTS_MULTIPLIER_BPS = 3 * Bps.ONE;
    private static final int LIVE_BONUS_RATE_BPS = Bps.ONE / 10;
    private static final int SPORTS_BONUS_MIN_ODDS_MILLI = 1_500;

    private RubyPolicies() {}

    static List<Policy> all() {
        return List.of(version1("SPORTS"), version1("CASINO"));
    }

    private static Policy version1(String code) {
        return new Policy(
                code,
                1,
                new FundingRule(
                        FundingMode.MIXED,
                        List.of(FundingSource.COUPON, FundingSource.BONUS, FundingSource.NORMAL),
                        Map.of(),
                        WithdrawablePolicy.LAST_RESORT_RESTORE),
                BetLimits.NONE,
                depositRolling(),
                bonusRolling(),
                depositRolling(),
                new PointsTerms(100, 10, POINTS_MULTIPLIER_BPS),
                Map.of());
    }

    private static RollingTerms depositRolling() {
        Contribution full = Contribution.of(Bps.ONE);
        return new RollingTerms(Bps.ONE, Map.of("SPORTS", full, "LIVE", full, "SLOTS", full));
    }

    private static RollingTerms bonusRolling() {
        return new RollingTerms(
                BONUS_MULTIPLIER_BPS,
                Map.of(
                        "SLOTS", Contribution.of(Bps.ONE),
                        "SPORTS", new Contribution(Bps.ONE, SPORTS_BONUS_MIN_ODDS_MILLI),
                        "LIVE", Contribution.of(LIVE_BONUS_RATE_BPS)));
    }
}
