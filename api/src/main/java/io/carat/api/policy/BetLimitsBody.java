package io.carat.api.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.policy.BetLimits;
import io.carat.core.policy.StakeLimits;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bounds on bets; those that do not bind are left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BetLimitsBody(
        @Schema(description = "by currency") @Nullable Map<String, StakesBody> stakes,

        @Nullable BigDecimal minOdds,
        @Nullable BigDecimal maxOdds) {

    /** Bounds on bets in one currency, in minor units. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StakesBody(
            @Nullable Long minStake,
            @Nullable Long maxStake,

            @Schema(description = "what may be won at the odds of the bet") @Nullable
            Long maxPayout,

            @Schema(
                    description =
                            "the largest stake that a bonus gives a part of; kept with each bonus when it is granted")
            @Nullable
            Long maxBonusStake) {

        private static StakesBody of(StakeLimits limits) {
            StakeLimits none = StakeLimits.NONE;
            return new StakesBody(
                    Parts.unless(limits.minStakeMinor(), none.minStakeMinor()),
                    Parts.unless(limits.maxStakeMinor(), none.maxStakeMinor()),
                    Parts.unless(limits.maxPayoutMinor(), none.maxPayoutMinor()),
                    Parts.unless(limits.maxBonusStakeMinor(), none.maxBonusStakeMinor()));
        }

        private StakeLimits limits() {
            StakeLimits none = StakeLimits.NONE;
            return new StakeLimits(
                    Parts.or(minStake, none.minStakeMinor()),
                    Parts.or(maxStake, none.maxStakeMinor()),
                    Parts.or(maxPayout, none.maxPayoutMinor()),
                    Parts.or(maxBonusStake, none.maxBonusStakeMinor()));
        }
    }

    static @Nullable BetLimitsBody of(BetLimits limits) {
        if (limits.equals(BetLimits.NONE)) {
            return null;
        }
        Map<String, StakesBody> stakes = new TreeMap<>();
        limits.stakes().forEach((currency, bounds) -> stakes.put(currency, StakesBody.of(bounds)));
        return new BetLimitsBody(
                stakes.isEmpty() ? null : stakes,
                Odds.unless(limits.minOddsMilli(), BetLimits.NONE.minOddsMilli()),
                Odds.unless(limits.maxOddsMilli(), BetLimits.NONE.maxOddsMilli()));
    }

    static BetLimits limits(@Nullable BetLimitsBody body) {
        if (body == null) {
            return BetLimits.NONE;
        }
        Parts.requireEntries("betLimits.stakes", body.stakes);
        Map<String, StakeLimits> bounds = new TreeMap<>();
        Parts.orEmpty(body.stakes).forEach((currency, stakes) -> bounds.put(currency, stakes.limits()));
        return new BetLimits(
                bounds,
                Odds.milliOr(body.minOdds, BetLimits.NONE.minOddsMilli()),
                Odds.milliOr(body.maxOdds, BetLimits.NONE.maxOddsMilli()));
    }
}
