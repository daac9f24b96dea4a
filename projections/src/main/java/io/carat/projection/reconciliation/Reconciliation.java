package io.carat.projection.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the sources of every balance at one event position (rule book §10). It reports and never corrects. A
 * projection that trails the events is compared at its own position.
 */
public final class Reconciliation {

    /** The gauge's name, which alerts rely on: how many buckets the last run found in disagreement, NaN before it. */
    public static final String GAUGE = "wallet_ledger_reconciliation_drift_buckets";

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final DataSource dataSource;
    private final BucketHistory history;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable ReconciliationRun last;

    /** Compares the read models of this database with this history, and registers the gauge. */
    public Reconciliation(DataSource dataSource, BucketHistory history, MeterRegistry registry) {
        this.dataSource = dataSource;
        this.history = history;
        Gauge.builder(GAUGE, this, Reconciliation::lastDriftBuckets)
                .description("Buckets whose sources disagreed in the last reconciliation")
                .strongReference(true)
                .register(registry);
    }

    /** Compares now. A run that fails leaves the gauge as it is. */
    public ReconciliationRun run() {
        oneAtATime.lock();
        try {
            ReconciliationRun run = compare();
            last = run;
            run.drifts()
                    .forEach(drift -> LOG.error(
                            "Drift {} at {} (position {}): {}",
                            drift.driftClass(),
                            drift.bucketId(),
                            run.position(),
                            drift.detail()));
            return run;
        } finally {
            oneAtATime.unlock();
        }
    }

    private ReconciliationRun compare() {
        ProjectionSnapshot snapshot = ProjectionSnapshot.read(dataSource);
        BucketReplay replay = BucketReplay.of(history, snapshot.position(), snapshot.unbalancedJournalIds());
        Set<String> bucketIds = new TreeSet<>(snapshot.buckets().keySet());
        bucketIds.addAll(replay.bucketIds());
        List<Drift> drifts = new ArrayList<>(snapshot.drifts());
        for (String bucketId : bucketIds) {
            drifts.addAll(BucketComparison.of(bucketId, snapshot.bucket(bucketId), replay.bucket(bucketId)));
            drifts.addAll(
                    CouponComparison.isGrant(bucketId)
                            ? snapshot.coupons().of(bucketId, snapshot.bucket(bucketId), replay)
                            : PointsComparison.of(bucketId, snapshot, replay));
        }
        drifts.addAll(unbalanced(snapshot, replay, drifts));
        drifts.sort(Comparator.comparing(Drift::bucketId).thenComparing(Drift::driftClass));
        return new ReconciliationRun(snapshot.position(), bucketIds.size(), drifts);
    }

    private static List<Drift> unbalanced(ProjectionSnapshot snapshot, BucketReplay replay, List<Drift> others) {
        Set<String> drifting = others.stream().map(Drift::bucketId).collect(Collectors.toUnmodifiableSet());
        return snapshot.unbalanced().stream()
                .flatMap(journal -> journal.drifts(replay.bucketsOf(journal.journalId()), drifting).stream())
                .toList();
    }

    private double lastDriftBuckets() {
        ReconciliationRun run = last;
        return run == null ? Double.NaN : run.driftBuckets();
    }
}
