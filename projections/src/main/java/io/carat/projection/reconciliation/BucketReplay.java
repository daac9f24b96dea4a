package io.carat.projection.reconciliation;

import io.carat.core.bet.BetEvent;
import io.carat.core.bucket.BucketEvent;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.bucket.PointsEvent;
import io.carat.core.bucket.Posting;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.decision.LedgerEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Adds up the events of every bucket, and notes which buckets took part in journals in question. */
final class BucketReplay {

    private final Map<String, ReplayedBucket> buckets = new HashMap<>();
    private final PointsLots lots = new PointsLots();
    private final CouponBets couponBets = new CouponBets();
    private final Map<String, Long> openCoupons = new HashMap<>();
    private final Map<String, Set<String>> bucketsByJournal = new HashMap<>();

    private BucketReplay(Set<String> journalsInQuestion) {
        journalsInQuestion.forEach(journalId -> bucketsByJournal.put(journalId, new HashSet<>()));
    }

    static BucketReplay of(BucketHistory history, long upToPosition, Set<String> journalsInQuestion) {
        BucketReplay replay = new BucketReplay(journalsInQuestion);
        history.replay(upToPosition, replay::add);
        replay.openCoupons.putAll(replay.couponBets.openMinor());
        return replay;
    }

    private void add(LedgerEvent event) {
        switch (event) {
            case BucketEvent bucket -> add(bucket);
            case CouponEvent.Posted coupon -> post(coupon.grantId(), coupon.posting());
            case BetEvent bet -> couponBets.replay(bet);
            default -> {}
        }
    }

    private void add(BucketEvent event) {
        ReplayedBucket before = buckets.getOrDefault(event.bucketId(), ReplayedBucket.EMPTY);
        if (event instanceof PointsEvent points) {
            lots.replay(points);
        }
        if (event instanceof Posted posted) {
            post(event.bucketId(), posted.posting());
        } else {
            buckets.put(event.bucketId(), before);
        }
    }

    private void post(String id, Posting posting) {
        buckets.put(id, buckets.getOrDefault(id, ReplayedBucket.EMPTY).plus(id, posting));
        bucketsByJournal.computeIfPresent(posting.journalId(), (journalId, members) -> {
            members.add(id);
            return members;
        });
    }

    /** What open bets hold of a grant, in minor units. */
    long openCouponMinor(String grantId) {
        return openCoupons.getOrDefault(grantId, 0L);
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
