package io.carat.projection.reconciliation;

import io.carat.projection.ProjectionPosition;
import io.carat.projection.ledger.LedgerProjection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The read models at one event position.
 *
 * @param position the position that all of it belongs to
 * @param buckets by bucket id
 * @param drifts what the ledger contradicts by itself
 * @param lots the lots of points
 * @param coupons the rows of coupon grants
 * @param unbalanced journals that do not net to zero
 */
record ProjectionSnapshot(
        long position,
        Map<String, ProjectedBucket> buckets,
        PointsLots lots,
        CouponComparison coupons,
        List<Drift> drifts,
        List<UnbalancedJournal> unbalanced) {

    Set<String> unbalancedJournalIds() {
        return unbalanced.stream().map(UnbalancedJournal::journalId).collect(Collectors.toUnmodifiableSet());
    }

    ProjectedBucket bucket(String bucketId) {
        return buckets.getOrDefault(bucketId, ProjectedBucket.ABSENT);
    }

    /** Reads everything from one snapshot of the database, so that rows and position belong together. */
    static ProjectionSnapshot read(DataSource dataSource) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setReadOnly(true);
        return Objects.requireNonNull(transaction.execute(status -> readSnapshot(dataSource)));
    }

    private static ProjectionSnapshot readSnapshot(DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        // A rebuild truncates, which a snapshot does not shield from: the lock comes before the snapshot is taken.
        jdbc.sql("LOCK TABLE projection.wallet_bucket, projection.wallet_ledger, projection.points_lot,"
                        + " projection.coupon_grant IN"
                        + " ACCESS SHARE MODE")
                .update();
        return new ProjectionSnapshot(
                new ProjectionPosition(dataSource).of(LedgerProjection.PROCESSOR),
                ProjectedBuckets.read(jdbc),
                PointsLots.projected(jdbc),
                CouponComparison.read(jdbc),
                LedgerChecks.read(jdbc),
                LedgerChecks.unbalanced(jdbc));
    }
}
