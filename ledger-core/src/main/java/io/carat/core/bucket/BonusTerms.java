package io.carat.core.bucket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bonus grants (rule book §4).
 *
 * @param bonusId the grant
 * @param amountMinor granted, in minor units
 * @param capMinor at most this converts to WITHDRAWABLE, the rest goes to HOUSE; null for no cap
 * @param maxStakeMinor the largest stake of which it gives a part, in minor units; null for any
 * @param expiresAt from then on it is forfeited; null for never
 * @param depositId the deposit that is wagered together with it; null for none
 */
public record BonusTerms(
        String bonusId,
        long amountMinor,
        @Nullable Long capMinor,
        @Nullable Long maxStakeMinor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String depositId) {

    /** A bonus that never expires and stands alone. */
    public BonusTerms(String bonusId, long amountMinor, @Nullable Long capMinor, @Nullable Long maxStakeMinor) {
        this(bonusId, amountMinor, capMinor, maxStakeMinor, null, null);
    }

    /** The same bonus without its deposit. */
    public BonusTerms alone() {
        return new BonusTerms(bonusId, amountMinor, capMinor, maxStakeMinor, expiresAt, null);
    }

    /** Whether its time is over. */
    public boolean isOverAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Whether a stake, in minor units, is above what the bonus gives a part of. */
    public boolean isExceededBy(long stakeMinor) {
        return maxStakeMinor != null && stakeMinor > maxStakeMinor;
    }
}
