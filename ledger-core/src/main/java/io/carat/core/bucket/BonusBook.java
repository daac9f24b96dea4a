package io.carat.core.bucket;

import io.carat.core.bucket.BucketEvent.BonusEnded;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bonuses of a BONUS bucket as its events left them.
 *
 * @param active the one that is running; null for none
 * @param ended those that are over, by id
 */
public record BonusBook(@Nullable BonusTerms active, Map<String, EndedBonus> ended) {

    /** No bonus ever was. */
    public static final BonusBook EMPTY = new BonusBook(null, Map.of());

    public BonusBook {
        ended = Map.copyOf(ended);
    }

    BonusBook running(BonusTerms bonus) {
        return new BonusBook(bonus, ended);
    }

    BonusBook ended(BonusEnded event) {
        if (active == null || !active.bonusId().equals(event.bonusId())) {
            throw new IllegalStateException("Bonus " + event.bonusId() + " does not run");
        }
        Map<String, EndedBonus> more = new HashMap<>(ended);
        more.put(event.bonusId(), new EndedBonus(event.reason(), active.capMinor(), event.convertedMinor()));
        return new BonusBook(null, more);
    }

    BonusBook plusConverted(String bonusId, long addedMinor) {
        EndedBonus bonus = ended.get(bonusId);
        if (bonus == null) {
            throw new IllegalStateException("Bonus " + bonusId + " never ended");
        }
        Map<String, EndedBonus> more = new HashMap<>(ended);
        more.put(bonusId, bonus.plusConverted(addedMinor));
        return new BonusBook(active, more);
    }
}
