package io.carat.projection.reconciliation;

import io.carat.core.bucket.BucketEvent;
import io.carat.core.bucket.BucketEvent.Posted;
import java.util.HashMap;
import java.util.Map;

/** Adds up the events of every bucket. */
final class BucketReplay {

    private final Map<String, ReplayedBucket> buckets = new HashMap<>();

    static Map<String, ReplayedBucket> of(BucketHistory history, long upToPosition) {
        BucketReplay replay = new BucketReplay();
        history.replay(upToPosition, replay::add);
        return Map.copyOf(replay.buckets);
    }

    private void add(BucketEvent event) {
        ReplayedBucket before = buckets.getOrDefault(event.bucketId(), ReplayedBucket.EMPTY);
        ReplayedBucket after =
                event instanceof Posted posted ? before.plus(event.bucketId(), posted.posting()) : before;
        buckets.put(event.bucketId(), after);
    }
}
