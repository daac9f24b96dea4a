package io.carat.projection.reconciliation;

import java.util.List;

/**
 * What one comparison found. Nothing is ever corrected.
 *
 * @param position the global position that every source was read at
 * @param checkedBuckets how many buckets any source knows
 * @param drifts every disagreement, by bucket
 */
public record ReconciliationRun(long position, int checkedBuckets, List<Drift> drifts) {

    public ReconciliationRun {
        drifts = List.copyOf(drifts);
    }

    /** How many different buckets disagree. */
    public int driftBuckets() {
        return (int) drifts.stream().map(Drift::bucketId).distinct().count();
    }
}
