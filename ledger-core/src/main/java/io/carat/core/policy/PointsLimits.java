package io.carat.core.policy;

/**
 * How many points one transfer may take.
 *
 * @param min at least this, 0 for any
 * @param max at most this
 */
public record PointsLimits(long min, long max) {

    /** No bounds. */
    public static final PointsLimits NONE = new PointsLimits(0, Long.MAX_VALUE);
}
