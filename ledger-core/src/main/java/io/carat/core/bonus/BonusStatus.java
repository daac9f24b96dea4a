package io.carat.core.bonus;

import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.EndedBonus;

/** Where a bonus stands. */
public enum BonusStatus {
    /** It waits, unfunded, until the one before it is over. */
    QUEUED,
    /** It is funded and wagered. */
    ACTIVE,
    /** All was wagered; it was converted up to its cap. */
    COMPLETED,
    /** Its time was over; it was forfeited. */
    EXPIRED,
    /** Staff took it back; it was forfeited. */
    CANCELLED,
    /** Too little was left of it; HOUSE took the rest. */
    LOW_BALANCE;

    /**
     * How a bonus stands in its bucket.
     *
     * @throws IllegalStateException when the bucket never had it: the history is broken
     */
    static BonusStatus in(BucketState bucket, String bonusId) {
        BonusTerms active = bucket.activeBonus();
        if (active != null && active.bonusId().equals(bonusId)) {
            return ACTIVE;
        }
        if (bucket.bonuses().queued(bonusId).isPresent()) {
            return QUEUED;
        }
        EndedBonus ended = bucket.endedBonuses().get(bonusId);
        if (ended == null) {
            throw new IllegalStateException(bucket.id() + " never had bonus " + bonusId);
        }
        return switch (ended.reason()) {
            case FULFILLED, MOVED -> COMPLETED;
            case EXPIRED -> EXPIRED;
            case CANCELLED -> CANCELLED;
            case LOW_BALANCE -> LOW_BALANCE;
        };
    }
}
