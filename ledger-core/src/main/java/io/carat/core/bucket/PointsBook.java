package io.carat.core.bucket;

import io.carat.core.bucket.PointsEvent.PointsCredited;
import io.carat.core.bucket.PointsEvent.PointsExpired;
import io.carat.core.bucket.PointsEvent.PointsRestored;
import io.carat.core.bucket.PointsEvent.PointsSpent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lots of a POINTS bucket as its events left them (rule book §6). What the open lots have left is the bucket's balance.
 *
 * @param open those with anything left, in the order in which they are spent; the older one first where they expire together
 * @param expiries what has expired, oldest first: a restore names one of them
 */
public record PointsBook(List<PointsLot> open, List<PointsExpiry> expiries) {

    /** No points ever were. */
    public static final PointsBook EMPTY = new PointsBook(List.of(), List.of());

    public PointsBook {
        open = List.copyOf(open);
        expiries = List.copyOf(expiries);
    }

    /** What the open lots have left, expired or not. */
    public long points() {
        return open.stream().mapToLong(PointsLot::remaining).reduce(0, Math::addExact);
    }

    /** The open lots that are expired though no event has said so. */
    public List<PointsLot> due(Instant now) {
        return open.stream().filter(lot -> lot.isDue(now)).toList();
    }

    /** What expired under this id; empty when nothing did. */
    public Optional<PointsExpiry> expiry(String expiryId) {
        return expiries.stream().filter(one -> one.expiryId().equals(expiryId)).findFirst();
    }

    /**
     * What each lot gives to an amount of points, in the order in which lots are spent.
     *
     * @throws IllegalArgumentException when the open lots have less than that
     */
    public List<LotPart> take(long points) {
        List<LotPart> parts = new ArrayList<>();
        long left = points;
        for (PointsLot lot : open) {
            long part = Math.min(left, lot.remaining());
            if (part > 0) {
                parts.add(new LotPart(lot.lotId(), part, lot.remaining() - part));
                left -= part;
            }
        }
        if (left != 0) {
            throw new IllegalArgumentException("The lots have " + (points - left) + " points, not " + points);
        }
        return parts;
    }

    PointsBook after(PointsEvent event) {
        long points = event.posting().amountMinor();
        return switch (event) {
            case PointsCredited credited -> with(PointsLot.whole(credited.lotId(), points, credited.expiresAt()));
            case PointsSpent spent -> spent(spent, points);
            case PointsExpired expired -> expired(expired, points);
            case PointsRestored restored ->
                restored(restored, points).with(PointsLot.whole(restored.lotId(), points, restored.expiresAt()));
        };
    }

    private PointsBook with(PointsLot lot) {
        if (open.stream().anyMatch(other -> other.lotId().equals(lot.lotId()))) {
            throw new IllegalStateException("There is a lot " + lot.lotId() + " already");
        }
        List<PointsLot> more = new ArrayList<>(open);
        more.add(lot);
        // stable: of lots that expire together the older one stays first
        more.sort(PointsLot.SPENDING_ORDER);
        return new PointsBook(more, expiries);
    }

    private PointsBook spent(PointsSpent spent, long points) {
        if (!spent.parts().equals(take(points))) {
            throw new IllegalStateException(spent + " does not follow " + open);
        }
        PointsBook after = this;
        for (LotPart part : spent.parts()) {
            after = new PointsBook(after.less(part.lotId(), part.points()), expiries);
        }
        return after;
    }

    private PointsBook expired(PointsExpired expired, long points) {
        PointsLot lot = open.stream()
                .filter(one -> one.lotId().equals(expired.lotId()))
                .filter(one -> one.remaining() == points && expired.dueAt().equals(one.expiresAt()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(expired + " does not follow " + open));
        List<PointsExpiry> more = new ArrayList<>(expiries);
        more.add(new PointsExpiry(expired.expiryId(), lot.lotId(), points, 0, expired.dueAt()));
        return new PointsBook(less(lot.lotId(), points), more);
    }

    private PointsBook restored(PointsRestored restored, long points) {
        if (expiry(restored.expiryId()).isEmpty()) {
            throw new IllegalStateException("Nothing expired under " + restored.expiryId());
        }
        return new PointsBook(
                open,
                expiries.stream()
                        .map(one -> one.expiryId().equals(restored.expiryId()) ? one.restored(points) : one)
                        .toList());
    }

    private List<PointsLot> less(String lotId, long points) {
        return open.stream()
                .map(lot -> lot.lotId().equals(lotId) ? lot.less(points) : lot)
                .filter(lot -> lot.remaining() > 0)
                .toList();
    }
}
