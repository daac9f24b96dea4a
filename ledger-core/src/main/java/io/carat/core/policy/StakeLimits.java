package io.carat.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * What bets in one currency may stake and win, in minor units.
 *
 * @param minStakeMinor at least this, 0 for any
 * @param maxStakeMinor at most this
 * @param maxPayoutMinor at most this may be won at the odds of the bet; bets without odds are not measured by it
 * @param maxBonusStakeMinor the largest stake of which a bonus gives a part; kept with each bonus when it is granted
 */
public record StakeLimits(long minStakeMinor, long maxStakeMinor, long maxPayoutMinor, long maxBonusStakeMinor) {

    /** The largest stake of which a bonus gives a part, null for any. */
    public @Nullable Long bonusStakeMinor() {
        return maxBonusStakeMinor == Long.MAX_VALUE ? null : maxBonusStakeMinor;
    }

    /** No bounds. */
    public static final StakeLimits NONE = new StakeLimits(0, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
}
