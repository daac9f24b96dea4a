package io.carat.projection.reconciliation;

import io.carat.core.bucket.LotPart;
import io.carat.core.bucket.PointsEvent;
import io.carat.core.bucket.PointsEvent.PointsCredited;
import io.carat.core.bucket.PointsEvent.PointsExpired;
import io.carat.core.bucket.PointsEvent.PointsRestored;
import io.carat.core.bucket.PointsEvent.PointsSpent;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the lots of each POINTS bucket have left, by lot; lots with nothing left are not in it. */
final class PointsLots {

    /** Lots of buckets that have none: nothing is left. */
    static final Map<String, Long> NONE = Map.of();

    private final Map<String, Map<String, Long>> byBucket = new TreeMap<>();

    /** The rows of lots, in the caller's transaction. */
    static PointsLots projected(JdbcClient jdbc) {
        PointsLots lots = new PointsLots();
        jdbc.sql("SELECT bucket_id, lot_id, remaining FROM projection.points_lot WHERE remaining <> 0")
                .query(row -> {
                    lots.add(row.getString("bucket_id"), row.getString("lot_id"), row.getLong("remaining"));
                });
        return lots;
    }

    /** Adds what an event does to its lots. */
    void replay(PointsEvent event) {
        long points = event.posting().amountMinor();
        switch (event) {
            case PointsCredited it -> add(it.bucketId(), it.lotId(), points);
            case PointsRestored it -> add(it.bucketId(), it.lotId(), points);
            case PointsExpired it -> add(it.bucketId(), it.lotId(), -points);
            case PointsSpent it -> {
                for (LotPart part : it.parts()) {
                    add(it.bucketId(), part.lotId(), -part.points());
                }
            }
        }
    }

    /** What each lot of a bucket has left. */
    Map<String, Long> of(String bucketId) {
        return byBucket.getOrDefault(bucketId, NONE);
    }

    /** What the lots of a bucket have left in all, exact even where rows were tampered with. */
    BigInteger sum(String bucketId) {
        return of(bucketId).values().stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private void add(String bucketId, String lotId, long points) {
        byBucket.computeIfAbsent(bucketId, id -> new TreeMap<>())
                .merge(lotId, points, (one, other) -> one + other == 0 ? null : Long.valueOf(one + other));
    }
}
