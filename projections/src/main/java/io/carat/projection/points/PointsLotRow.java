package io.carat.projection.points;

import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.PointsEvent;
import io.carat.core.bucket.PointsEvent.PointsCredited;
import io.carat.core.bucket.PointsEvent.PointsExpired;
import io.carat.core.bucket.PointsEvent.PointsRestored;
import io.carat.core.bucket.PointsEvent.PointsSpent;
import io.carat.projection.balance.BucketChange.Movement;
import io.carat.projection.bulk.BulkStatement;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lot as its first event has it.
 *
 * @param restores the expiry that it gives back; null for a credit
 * @param reason what for, in the words of who gave it
 */
record PointsLotRow(
        String lotId,
        Movement movement,
        @Nullable Instant expiresAt,
        @Nullable String restores,
        String reason) {

    static Optional<PointsLotRow> of(Movement movement) {
        return switch ((PointsEvent) movement.event()) {
            case PointsCredited it ->
                Optional.of(new PointsLotRow(it.lotId(), movement, it.expiresAt(), null, it.reason()));
            case PointsRestored it ->
                Optional.of(new PointsLotRow(
                        it.lotId(),
                        movement,
                        it.expiresAt(),
                        it.expiryId(),
                        it.audit().reason()));
            case PointsSpent ignored -> Optional.empty();
            case PointsExpired ignored -> Optional.empty();
        };
    }

    static BulkStatement.Columns<PointsLotRow> columns() {
        return BulkStatement.<PointsLotRow>of()
                .text(PointsLotRow::lotId)
                .text(row -> row.movement.bucketId())
                .text(row -> row.key().brandId())
                .text(row -> row.key().playerId())
                .bigint(row -> row.movement.event().posting().amountMinor())
                .text(row -> row.expiresAt == null ? null : row.expiresAt.toString())
                .text(PointsLotRow::restores)
                .text(PointsLotRow::reason)
                .bigint(row -> row.movement.position())
                .time(row -> row.movement.at());
    }

    private BucketKey key() {
        return BucketKey.parse(movement.bucketId());
    }
}
