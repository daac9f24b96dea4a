package io.carat.core.policy;

/**
 * How loyalty points become money.
 *
 * @param points this many points
 * @param amountMinor give this amount, in minor units
 * @param multiplierBps the rolling multiplier of what they gave
 */
public record PointsTerms(long points, long amountMinor, int multiplierBps) {

    /** No rate: points are not exchanged. */
    public static final PointsTerms NONE = new PointsTerms(0, 0, 0);

    /** Whether there is a rate. */
    public boolean hasRate() {
        return points > 0 && amountMinor > 0;
    }

    /** How many whole units are in an amount of points: floor(offered / points); what is left of a unit stays. */
    public long units(long offered) {
        return offered / points;
    }
}
