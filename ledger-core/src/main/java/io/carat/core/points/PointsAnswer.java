package io.carat.core.points;

import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.PointsExpiry;
import io.carat.core.bucket.PointsLot;
import io.carat.core.decision.Answer;
import io.carat.core.policy.PolicyRef;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.topology.TopologyRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers are told of points. */
public sealed interface PointsAnswer extends Answer {

    /**
     * Points were credited or restored.
     *
     * @param status CREDITED or RESTORED
     * @param expiresAt null for never
     * @param expiryId what a restore gives back; null for a credit
     * @param balance the points that can be spent after it
     */
    record LotAnswer(
            String lotId,
            String status,
            long points,
            @Nullable Instant expiresAt,
            @Nullable String expiryId,
            long balance)
            implements PointsAnswer {}

    /**
     * Points were exchanged.
     *
     * @param status always TRANSFERRED
     * @param to the code of the NORMAL bucket
     * @param points how many were taken
     * @param balance the points that can be spent after it
     * @param amount what was credited, in minor units
     * @param requirement COMPLETED when nothing has to be wagered
     */
    record TransferAnswer(
            String transferId,
            String status,
            String to,
            long points,
            long balance,
            long amount,
            String currency,
            RequirementSummary requirement,
            TopologyRef topology,
            PolicyRef policy)
            implements PointsAnswer {}

    /**
     * What expired just now.
     *
     * @param balance the points that can be spent after it
     */
    record ExpiredAnswer(List<Expired> expired, long balance) implements PointsAnswer {
        public ExpiredAnswer {
            expired = List.copyOf(expired);
        }
    }

    /** What expired of one lot. */
    record Expired(String expiryId, String lotId, long points, Instant dueAt) {}

    /**
     * A player's points as they stand.
     *
     * @param balance what the ledger has
     * @param spendable the balance without lots that are expired though no event has said so
     * @param lots those with anything left, in the order in which they are spent
     * @param expiries what expired, oldest first
     */
    record PointsView(
            String brandId, String playerId, long balance, long spendable, List<Lot> lots, List<Expiry> expiries)
            implements PointsAnswer {

        public PointsView {
            lots = List.copyOf(lots);
            expiries = List.copyOf(expiries);
        }

        static PointsView of(BucketState bucket, Instant now) {
            return new PointsView(
                    bucket.key().brandId(),
                    bucket.key().playerId(),
                    bucket.availableMinor(),
                    spendableOf(bucket, now),
                    bucket.lots().open().stream().map(lot -> Lot.of(lot, now)).toList(),
                    bucket.lots().expiries().stream().map(Expiry::of).toList());
        }
    }

    /** A lot; {@code due} says that it is expired though no event has said so. */
    record Lot(
            String lotId,
            long points,
            long remaining,
            @Nullable Instant expiresAt,
            boolean due) {

        private static Lot of(PointsLot lot, Instant now) {
            return new Lot(lot.lotId(), lot.points(), lot.remaining(), lot.expiresAt(), lot.isDue(now));
        }
    }

    /** What expired of one lot, and what of it was given back. */
    record Expiry(String expiryId, String lotId, long points, long restored, Instant dueAt) {

        private static Expiry of(PointsExpiry expiry) {
            return new Expiry(expiry.expiryId(), expiry.lotId(), expiry.points(), expiry.restored(), expiry.dueAt());
        }
    }

    /** What a bucket's lots have left that are not expired. */
    static long spendableOf(BucketState bucket, Instant now) {
        long due =
                bucket.lots().due(now).stream().mapToLong(PointsLot::remaining).sum();
        return bucket.availableMinor() - due;
    }
}
