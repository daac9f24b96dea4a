package io.carat.projection.balance;

import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.BucketDebited;
import io.carat.core.bucket.BucketEvent.FundsHeld;
import io.carat.core.bucket.BucketEvent.HoldReturned;
import io.carat.core.bucket.BucketEvent.HoldTaken;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.bucket.BucketEvent.ReceivableCancelled;
import io.carat.core.bucket.BucketEvent.ReceivableOpened;
import io.carat.core.bucket.PointsEvent;
import io.carat.projection.balance.BucketChange.Movement;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Movements of one bucket that follow each other, added up.
 *
 * @param unbroken whether each entry is the one after the one before
 * @param position of the last movement's event
 */
record BucketRun(
        String bucketId,
        boolean unbroken,
        long firstEntry,
        long lastEntry,
        long availableMinor,
        long heldMinor,
        long position,
        Instant at) {

    /** The buckets whose movements follow each other, in a list that may have several of one bucket. */
    static List<BucketRun> unbroken(Collection<Movement> movements) {
        Map<String, BucketRun> runs = new LinkedHashMap<>();
        for (Movement movement : movements) {
            runs.merge(movement.bucketId(), of(movement), BucketRun::then);
        }
        return runs.values().stream().filter(BucketRun::unbroken).toList();
    }

    private static BucketRun of(Movement movement) {
        Posted event = movement.event();
        return new BucketRun(
                movement.bucketId(),
                true,
                movement.entry(),
                movement.entry(),
                availableChangeMinor(event),
                heldChangeMinor(event),
                movement.position(),
                movement.at());
    }

    private BucketRun then(BucketRun next) {
        return new BucketRun(
                bucketId,
                unbroken && next.firstEntry == lastEntry + 1,
                firstEntry,
                next.lastEntry,
                availableMinor + next.availableMinor,
                heldMinor + next.heldMinor,
                next.position,
                next.at);
    }

    private static long availableChangeMinor(Posted event) {
        long amount = event.posting().amountMinor();
        return switch (event) {
            case BucketCredited ignored -> amount;
            case HoldReturned ignored -> amount;
            case BucketDebited ignored -> -amount;
            case FundsHeld ignored -> -amount;
            case HoldTaken ignored -> 0;
            case PointsEvent points -> points.change();
            case ReceivableOpened ignored -> 0;
            case ReceivableCancelled ignored -> 0;
        };
    }

    private static long heldChangeMinor(Posted event) {
        long amount = event.posting().amountMinor();
        return switch (event) {
            case FundsHeld ignored -> amount;
            case HoldReturned ignored -> -amount;
            case HoldTaken ignored -> -amount;
            case BucketCredited ignored -> 0;
            case BucketDebited ignored -> 0;
            case PointsEvent ignored -> 0;
            case ReceivableOpened ignored -> 0;
            case ReceivableCancelled ignored -> 0;
        };
    }
}
