package io.carat.projection.ledger;

import io.carat.projection.ProjectionGapException;
import io.carat.projection.balance.BucketBalances;
import io.carat.projection.balance.BucketChange;
import io.carat.projection.balance.BucketChange.Coupon;
import io.carat.projection.balance.BucketChange.Movement;
import io.carat.projection.balance.BucketChange.Opening;
import io.carat.projection.coupon.CouponTables;
import io.carat.projection.points.PointsTables;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Writes what many events do to balances, the ledger and the lots of points by few statements, in the caller's transaction. */
final class LedgerWriter {

    private final BucketBalances balances;
    private final LedgerTable ledger;
    private final PointsTables points;
    private final CouponTables coupons;

    LedgerWriter(DataSource dataSource) {
        this.balances = new BucketBalances(dataSource);
        this.ledger = new LedgerTable(dataSource);
        this.points = new PointsTables(dataSource);
        this.coupons = new CouponTables(dataSource);
    }

    /**
     * Writes changes, which are in the order of their events. What is in the tables already changes nothing.
     *
     * @throws ProjectionGapException for the first movement whose bucket has no row, or another last entry than the one
     *     before
     */
    void write(List<BucketChange> changes) {
        balances.open(only(Opening.class, changes));
        List<Movement> left = writeTogether(only(Movement.class, changes));
        left.forEach(this::writeAlone);
        coupons.write(only(Coupon.class, changes));
    }

    /** Returns the movements of the buckets that did not take theirs: delivered again in part, or not following. */
    private List<Movement> writeTogether(List<Movement> movements) {
        Map<String, Integer> topologyVersions = balances.move(movements);
        ledger.insert(movements, topologyVersions);
        points.write(movements.stream()
                .filter(movement -> topologyVersions.containsKey(movement.bucketId()))
                .toList());
        return movements.stream()
                .filter(movement -> !topologyVersions.containsKey(movement.bucketId()))
                .toList();
    }

    private void writeAlone(Movement movement) {
        boolean written = writeTogether(List.of(movement)).isEmpty();
        if (!written && !ledger.holds(movement)) {
            throw new ProjectionGapException(movement.event(), movement.position());
        }
    }

    private static <C extends BucketChange> List<C> only(Class<C> kind, List<BucketChange> changes) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
