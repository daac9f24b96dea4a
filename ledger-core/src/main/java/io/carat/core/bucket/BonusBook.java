package io.carat.core.bucket;

import io.carat.core.bucket.BucketEvent.BonusDequeued;
import io.carat.core.bucket.BucketEvent.BonusEnded;
import io.carat.core.bucket.BucketEvent.BonusQueued;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bonuses of a BONUS bucket as its events left them.
 *
 * @param active the one that is running; null for none
 * @param ended those that are over, by id
 * @param queue those that wait, the next one first
 */
public record BonusBook(@Nullable BonusTerms active, Map<String, EndedBonus> ended, List<QueuedBonus> queue) {

    /** No bonus ever was. */
    public static final BonusBook EMPTY = new BonusBook(null, Map.of(), List.of());

    public BonusBook {
        ended = Map.copyOf(ended);
        queue = List.copyOf(queue);
    }

    /** The bonus that waits under this id; empty when none does. */
    public Optional<QueuedBonus> queued(String bonusId) {
        return queue.stream()
                .filter(waiting -> waiting.bonus().bonusId().equals(bonusId))
                .findFirst();
    }

    BonusBook running(BonusTerms bonus) {
        return new BonusBook(bonus, ended, without(bonus.bonusId()));
    }

    BonusBook queued(BonusQueued event) {
        if (queued(event.bonus().bonusId()).isPresent()) {
            throw new IllegalStateException("Bonus " + event.bonus().bonusId() + " waits already");
        }
        List<QueuedBonus> more = new ArrayList<>(queue);
        more.add(new QueuedBonus(event.bonus(), event.requirement()));
        return new BonusBook(active, ended, more);
    }

    BonusBook dequeued(BonusDequeued event) {
        QueuedBonus waiting = queued(event.bonusId())
                .orElseThrow(() -> new IllegalStateException("Bonus " + event.bonusId() + " does not wait"));
        return new BonusBook(
                active,
                plus(
                        event.bonusId(),
                        new EndedBonus(event.reason(), waiting.bonus().capMinor(), 0)),
                without(event.bonusId()));
    }

    BonusBook ended(BonusEnded event) {
        if (active == null || !active.bonusId().equals(event.bonusId())) {
            throw new IllegalStateException("Bonus " + event.bonusId() + " does not run");
        }
        EndedBonus over = new EndedBonus(event.reason(), active.capMinor(), event.convertedMinor());
        return new BonusBook(null, plus(event.bonusId(), over), queue);
    }

    BonusBook plusConverted(String bonusId, long addedMinor) {
        EndedBonus bonus = ended.get(bonusId);
        if (bonus == null) {
            throw new IllegalStateException("Bonus " + bonusId + " never ended");
        }
        return new BonusBook(active, plus(bonusId, bonus.plusConverted(addedMinor)), queue);
    }

    private Map<String, EndedBonus> plus(String bonusId, EndedBonus bonus) {
        Map<String, EndedBonus> more = new HashMap<>(ended);
        more.put(bonusId, bonus);
        return more;
    }

    private List<QueuedBonus> without(String bonusId) {
        return queue.stream()
                .filter(waiting -> !waiting.bonus().bonusId().equals(bonusId))
                .toList();
    }
}
