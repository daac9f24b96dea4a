package io.carat.core.policy;

/**
 * How loyalty points become money.
 *
 * @param points this many points
 * @param amountMinor give this amount, in minor units
 * @param multiplierBps the rolling multiplier of what they gave
 */
public record PointsTerms(long points, long amountMinor, int multiplierBps) {}
