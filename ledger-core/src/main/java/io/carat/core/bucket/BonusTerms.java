package io.carat.core.bucket;

import org.jspecify.annotations.Nullable;

/**
 * What a bonus grants (rule book §4).
 *
 * @param bonusId the grant
 * @param amountMinor granted, in minor units
 * @param capMinor at most this converts to WITHDRAWABLE, the rest goes to HOUSE; null for no cap
 * @param maxStakeMinor the largest stake of which it gives a part, in minor units; null for any
 */
public record BonusTerms(
        String bonusId,
        long amountMinor,
        @Nullable Long capMinor,
        @Nullable Long maxStakeMinor) {

    /** Whether a stake, in minor units, is above what the bonus gives a part of. */
    public boolean isExceededBy(long stakeMinor) {
        return maxStakeMinor != null && stakeMinor > maxStakeMinor;
    }
}
