package io.carat.core.policy;

/**
 * Bounds on one transfer in one currency, in minor units (rule book §8).
 *
 * @param minMinor at least this, 0 for any
 * @param maxMinor at most this
 */
public record TransferLimits(long minMinor, long maxMinor) {

    /** No bounds. */
    public static final TransferLimits NONE = new TransferLimits(0, Long.MAX_VALUE);
}
