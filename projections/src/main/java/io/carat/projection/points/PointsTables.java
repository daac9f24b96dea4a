package io.carat.projection.points;

import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.LotPart;
import io.carat.core.bucket.PointsEvent;
import io.carat.core.bucket.PointsEvent.PointsCredited;
import io.carat.core.bucket.PointsEvent.PointsExpired;
import io.carat.core.bucket.PointsEvent.PointsRestored;
import io.carat.core.bucket.PointsEvent.PointsSpent;
import io.carat.projection.ProjectionGapException;
import io.carat.projection.balance.BucketChange.Movement;
import io.carat.projection.bulk.BulkStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lots and expiries. Like balances they are added up rather than copied, so that a row which was tampered with stays wrong
 * until the reconciliation says so.
 */
public final class PointsTables {

    private static final String LOTS = """
        INSERT INTO projection.points_lot (
            lot_id, bucket_id, brand_id, player_id, points, remaining, expires_at, restores, reason, position, credited_at)
        SELECT lot_id, bucket_id, brand_id, player_id, points, points, expires_at::timestamptz, restores, reason,
            position, at
        FROM :rows AS lot (
            lot_id, bucket_id, brand_id, player_id, points, expires_at, restores, reason, position, at)\
        """;

    private static final String EXPIRIES = """
        INSERT INTO projection.points_expiry (
            expiry_id, lot_id, bucket_id, brand_id, player_id, points, restored, due_at, position, expired_at)
        SELECT expiry_id, lot_id, bucket_id, brand_id, player_id, points, 0, due_at, position, at
        FROM :rows AS expiry (expiry_id, lot_id, bucket_id, brand_id, player_id, points, due_at, position, at)\
        """;

    private static final String LESS = """
        UPDATE projection.points_lot AS lot SET remaining = lot.remaining - gone.points
        FROM :rows AS gone (lot_id, points) WHERE lot.lot_id = gone.lot_id\
        """;

    private static final String RESTORED = """
        UPDATE projection.points_expiry AS expiry SET restored = expiry.restored + back.points
        FROM :rows AS back (expiry_id, points) WHERE expiry.expiry_id = back.expiry_id\
        """;

    private final BulkStatement<PointsLotRow> lots;
    private final BulkStatement<Expired> expiries;
    private final BulkStatement<Map.Entry<String, Long>> less;
    private final BulkStatement<Map.Entry<String, Long>> restored;

    /** Writes to this database, in the caller's transaction. */
    public PointsTables(DataSource dataSource) {
        this.lots = PointsLotRow.columns().statement(dataSource, LOTS);
        this.expiries = BulkStatement.<Expired>of()
                .text(row -> row.event.expiryId())
                .text(row -> row.event.lotId())
                .text(row -> row.event.bucketId())
                .text(row -> row.key().brandId())
                .text(row -> row.key().playerId())
                .bigint(row -> row.event.posting().amountMinor())
                .time(row -> row.event.dueAt())
                .bigint(row -> row.movement.position())
                .time(row -> row.movement.at())
                .statement(dataSource, EXPIRIES);
        this.less = sums(dataSource, LESS);
        this.restored = sums(dataSource, RESTORED);
    }

    /**
     * Adds movements, in order; those of other buckets than POINTS are left out. They have not been written before.
     *
     * @throws ProjectionGapException when a lot or an expiry is not there that an event changes
     */
    public void write(List<Movement> movements) {
        List<Movement> points = movements.stream()
                .filter(movement -> movement.event() instanceof PointsEvent)
                .toList();
        if (points.isEmpty()) {
            return;
        }
        lots.update(
                points.stream().map(PointsLotRow::of).flatMap(Optional::stream).toList());
        expiries.update(points.stream()
                .filter(movement -> movement.event() instanceof PointsExpired)
                .map(movement -> new Expired((PointsExpired) movement.event(), movement))
                .toList());
        Map<String, Long> gone = new LinkedHashMap<>();
        Map<String, Long> back = new LinkedHashMap<>();
        points.forEach(movement -> add((PointsEvent) movement.event(), gone, back));
        boolean allThere = update(less, gone) && update(restored, back);
        if (!allThere) {
            throw new ProjectionGapException(
                    points.getFirst().event(), points.getFirst().position());
        }
    }

    private static void add(PointsEvent event, Map<String, Long> gone, Map<String, Long> back) {
        long points = event.posting().amountMinor();
        switch (event) {
            case PointsCredited ignored -> {}
            case PointsRestored it -> back.merge(it.expiryId(), points, Long::sum);
            case PointsExpired it -> gone.merge(it.lotId(), points, Long::sum);
            case PointsSpent it -> {
                for (LotPart part : it.parts()) {
                    gone.merge(part.lotId(), part.points(), Long::sum);
                }
            }
        }
    }

    private static boolean update(BulkStatement<Map.Entry<String, Long>> statement, Map<String, Long> sums) {
        return statement.update(List.copyOf(sums.entrySet())) == sums.size();
    }

    private static BulkStatement<Map.Entry<String, Long>> sums(DataSource dataSource, String sql) {
        return BulkStatement.<Map.Entry<String, Long>>of()
                .text(Map.Entry::getKey)
                .bigint(sum -> Objects.requireNonNull(sum.getValue()))
                .statement(dataSource, sql);
    }

    private record Expired(PointsExpired event, Movement movement) {
        BucketKey key() {
            return BucketKey.parse(event.bucketId());
        }
    }
}
