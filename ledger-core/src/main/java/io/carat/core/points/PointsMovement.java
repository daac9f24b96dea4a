package io.carat.core.points;

import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.PointsEvent.PointsCredited;
import io.carat.core.bucket.PointsEvent.PointsExpired;
import io.carat.core.bucket.PointsEvent.PointsRestored;
import io.carat.core.bucket.PointsEvent.PointsSpent;
import io.carat.core.bucket.PointsLot;
import io.carat.core.bucket.PostingReason;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.DerivedId;
import io.carat.core.points.PointsAnswer.Expired;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.WalletMovement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points as one movement changes them. It begins with the expiry of every lot that is due, so that no decision spends or shows
 * what is expired (rule book §6).
 */
final class PointsMovement {

    private final WalletMovement movement;
    private final String type;
    private final List<Expired> expired = new ArrayList<>();

    /** Works on a movement whose POINTS bucket is loaded, at this time. */
    PointsMovement(WalletMovement movement, String pointsBucket, Instant now) {
        this.movement = movement;
        this.type = pointsBucket;
        bucket().lots().due(now).forEach(this::expire);
    }

    /** The bucket as the movement has left it so far. */
    BucketState bucket() {
        return movement.bucket(type);
    }

    /** What can be spent. */
    long balance() {
        return bucket().availableMinor();
    }

    /** What expired as the movement began. */
    List<Expired> expired() {
        return List.copyOf(expired);
    }

    void credit(String lotId, long points, @Nullable Instant expiresAt, String reason) {
        movement.issue(
                Journal.of(lotId, "credit"),
                PostingReason.POINTS_CREDIT,
                points,
                (bucketId, posting) -> new PointsCredited(bucketId, posting, lotId, expiresAt, reason));
    }

    void restore(String lotId, String expiryId, long points, Instant expiresAt, AuditNote audit) {
        movement.issue(
                Journal.of(lotId, "restore"),
                PostingReason.POINTS_RESTORE,
                points,
                (bucketId, posting) -> new PointsRestored(bucketId, posting, lotId, expiresAt, expiryId, audit));
    }

    void spend(Journal journal, long points) {
        var parts = bucket().lots().take(points);
        movement.issue(
                journal,
                PostingReason.POINTS_TRANSFER,
                -points,
                (bucketId, posting) -> new PointsSpent(bucketId, posting, parts));
    }

    private void expire(PointsLot lot) {
        Instant dueAt = lot.expiresAt();
        if (dueAt == null) {
            throw new IllegalStateException(lot + " never expires");
        }
        String expiryId = DerivedId.of(bucket().key().brandId(), "expiry", lot.lotId());
        expired.add(new Expired(expiryId, lot.lotId(), lot.remaining(), dueAt));
        movement.issue(
                Journal.of(expiryId, "expire"),
                PostingReason.POINTS_EXPIRY,
                -lot.remaining(),
                (bucketId, posting) -> new PointsExpired(bucketId, posting, expiryId, lot.lotId(), dueAt));
    }
}
