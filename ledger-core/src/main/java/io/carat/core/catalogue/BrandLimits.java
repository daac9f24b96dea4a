package io.carat.core.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A brand's limits in one currency, in minor units; null is no limit.
 *
 * @param stakeMinor the highest stake of a bet
 * @param depositMinor the highest single deposit
 */
public record BrandLimits(
        String currency,
        @Nullable Long stakeMinor,
        @Nullable Long depositMinor) {}
