package io.carat.core.policy;

import io.carat.core.money.Bps;

/**
 * Bounds on what one source gives to one stake.
 *
 * @param minMinor less than this counts as nothing
 * @param maxMinor at most this
 * @param maxShareBps at most this share of the stake, rounded down
 */
public record SourceLimit(long minMinor, long maxMinor, int maxShareBps) {

    /** No bounds. */
    public static final SourceLimit NONE = new SourceLimit(0, Long.MAX_VALUE, Bps.ONE);
}
