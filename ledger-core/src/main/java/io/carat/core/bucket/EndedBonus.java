package io.carat.core.bucket;

import org.jspecify.annotations.Nullable;

/**
 * A bonus that is over, kept for money of its open legs that comes back late (rule book §3).
 *
 * @param reason why it ended
 * @param capMinor at most this converts in all, in minor units; null for no cap
 * @param convertedMinor what has been converted so far, in minor units
 */
public record EndedBonus(CompletionReason reason, @Nullable Long capMinor, long convertedMinor) {

    /** How much of a late amount still converts to WITHDRAWABLE, in minor units; the rest belongs to HOUSE. */
    public long convertibleMinor(long lateMinor) {
        return switch (reason) {
            case LOW_BALANCE, MOVED, EXPIRED, CANCELLED -> 0;
            case FULFILLED -> capMinor == null ? lateMinor : Math.min(lateMinor, capMinor - convertedMinor);
        };
    }

    /** The same bonus with more converted, in minor units. */
    public EndedBonus plusConverted(long addedMinor) {
        return new EndedBonus(reason, capMinor, Math.addExact(convertedMinor, addedMinor));
    }
}
