package io.carat.core.bucket;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Points that were credited together and expire together (rule book §6).
 *
 * @param lotId derived from the request that credited it
 * @param points credited, above 0
 * @param remaining neither spent nor expired, above 0
 * @param expiresAt the first instant at which it is expired; null for never
 */
public record PointsLot(
        String lotId, long points, long remaining, @Nullable Instant expiresAt) {

    /** The order in which lots are spent: the earliest expiry first, those that never expire last. */
    static final Comparator<PointsLot> SPENDING_ORDER =
            Comparator.comparing(lot -> lot.expiresAt == null ? Instant.MAX : lot.expiresAt);

    public PointsLot {
        if (remaining < 0 || remaining > points) {
            throw new IllegalStateException("Of " + points + " points of lot " + lotId + " " + remaining + " remain");
        }
    }

    /** A lot of which nothing is spent. */
    public static PointsLot whole(String lotId, long points, @Nullable Instant expiresAt) {
        return new PointsLot(lotId, points, points, expiresAt);
    }

    /** Whether it is expired, though nothing may have said so yet. */
    public boolean isDue(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    PointsLot less(long points) {
        return new PointsLot(lotId, this.points, remaining - points, expiresAt);
    }
}
