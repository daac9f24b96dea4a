package io.carat.projection.reconciliation;

import io.carat.core.bucket.BucketEvent;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.bucket.PointsEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Adds up the events of every bucket, and notes which buckets took part in journals in question. */
final class BucketReplay {

    private final Map<String, ReplayedBucket> buckets = new HashMap<>();
    private final PointsLots lots = new PointsLots();
    private final Map<String, Set<String>> bucketsByJournal = new HashMap<>();

    private BucketReplay(Set<String> journalsInQuestion) {
        journalsInQuestion.forEach(journalId -> bucketsByJournal.put(journalId, new HashSet<>()));
    }

    static BucketReplay of(BucketHistory history, long upToPosition, Set<String> journalsInQuestion) {
        BucketReplay replay = new BucketReplay(journalsInQuestion);
        history.replay(upToPosition, replay::add);
        return replay;
    }

    private void add(BucketEvent event) {
        ReplayedBucket before = buckets.getOrDefault(event.bucketId(), ReplayedBucket.EMPTY);
        if (event instanceof PointsEvent points) {
            lots.replay(points);
        }
        if (event instanceof Posted posted) {
            buckets.put(event.bucketId(), before.plus(event.bucketId(), posted.posting()));
            bucketsByJournal.computeIfPresent(posted.posting().journalId(), (journalId, members) -> {
                members.add(event.bucketId());
                return members;
            });
        } else {
            buckets.put(event.bucketId(), before);
        }
    }

    Set<String> bucketIds() {
        return buckets.keySet();
    }

    ReplayedBucket bucket(String bucketId) {
        return buckets.getOrDefault(bucketId, ReplayedBucket.EMPTY);
    }

    PointsLots lots() {
        return lots;
    }

    Set<String> bucketsOf(String journalId) {
        return bucketsByJournal.getOrDefault(journalId, Set.of());
    }
}
