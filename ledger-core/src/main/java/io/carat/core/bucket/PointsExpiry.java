package io.carat.core.bucket;

import java.time.Instant;

/**
 * What expired of one lot, and how much of it was given back (rule book §6).
 *
 * @param expiryId derived from the lot: a lot expires once
 * @param lotId the lot
 * @param points what was left of the lot, above 0
 * @param restored given back by restores, at most what expired
 * @param dueAt when the lot expired
 */
public record PointsExpiry(String expiryId, String lotId, long points, long restored, Instant dueAt) {

    public PointsExpiry {
        if (restored < 0 || restored > points) {
            throw new IllegalStateException("Of " + points + " points of " + expiryId + " " + restored + " restored");
        }
    }

    /** How much of it may still be given back. */
    public long restorable() {
        return points - restored;
    }

    PointsExpiry restored(long more) {
        return new PointsExpiry(expiryId, lotId, points, Math.addExact(restored, more), dueAt);
    }
}
