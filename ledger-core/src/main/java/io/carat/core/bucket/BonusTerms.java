package io.carat.core.bucket;

import org.jspecify.annotations.Nullable;

/**
 * What a bonus grants (rule book §4).
 *
 * @param bonusId the grant
 * @param amountMinor granted, in minor units
 * @param capMinor at most this converts to WITHDRAWABLE, the rest goes to HOUSE; null for no cap
 */
public record BonusTerms(
        String bonusId, long amountMinor, @Nullable Long capMinor) {}
