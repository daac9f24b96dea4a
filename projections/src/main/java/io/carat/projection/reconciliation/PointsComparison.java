package io.carat.projection.reconciliation;

import io.carat.core.bucket.BucketKey;
import io.carat.core.money.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Compares the lots of a POINTS bucket: each as the events have it, and all of them its balance (rule book §10). */
final class PointsComparison {

    private PointsComparison() {}

    static List<Drift> of(String bucketId, ProjectionSnapshot snapshot, BucketReplay replay) {
        if (!BucketKey.parse(bucketId).currency().equals(Money.POINTS)) {
            return List.of();
        }
        Map<String, Long> projected = snapshot.lots().of(bucketId);
        ProjectedBucket.Balance balance = snapshot.bucket(bucketId).balance();
        long balancePoints = balance == null ? 0 : balance.availableMinor();
        boolean agree = snapshot.lots().sum(bucketId).equals(BigInteger.valueOf(balancePoints))
                && projected.equals(replay.lots().of(bucketId));
        return agree
                ? List.of()
                : List.of(new Drift(
                        bucketId,
                        DriftClass.POINTS_LOT,
                        "balance row: %d points; lots: %s; lots by the events: %s"
                                .formatted(
                                        balancePoints, projected, replay.lots().of(bucketId))));
    }
}
