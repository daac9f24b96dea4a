package io.carat.core.bucket;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the lots of a POINTS bucket. Amounts of these postings are points; the other side is always POINTS_ISSUE, so
 * that each journal nets to zero in the asset.
 */
public sealed interface PointsEvent extends BucketEvent.Posted {

    /** What the balance changes by, in points. */
    default long change() {
        long points = posting().amountMinor();
        return switch (this) {
            case PointsCredited ignored -> points;
            case PointsRestored ignored -> points;
            case PointsSpent ignored -> -points;
            case PointsExpired ignored -> -points;
        };
    }

    /**
     * A promotion gave points: a new lot.
     *
     * @param expiresAt the first instant at which the lot is expired; null for never
     * @param reason what for, in the caller's words
     */
    record PointsCredited(
            String bucketId,
            Posting posting,
            String lotId,
            @Nullable Instant expiresAt,
            String reason) implements PointsEvent {}

    /**
     * Points left by a transfer.
     *
     * @param parts what each lot gave, in the order in which they were spent
     */
    record PointsSpent(String bucketId, Posting posting, List<LotPart> parts) implements PointsEvent {
        public PointsSpent {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What was left of a lot expired.
     *
     * @param dueAt when the lot expired, which is no later than the event
     */
    record PointsExpired(String bucketId, Posting posting, String expiryId, String lotId, Instant dueAt)
            implements PointsEvent {}

    /**
     * Staff gave expired points back: a new lot with an expiry of its own.
     *
     * @param lotId the new lot
     * @param expiryId the expiry that it gives back
     */
    record PointsRestored(
            String bucketId, Posting posting, String lotId, Instant expiresAt, String expiryId, AuditNote audit)
            implements PointsEvent, AuditedEvent {}
}
