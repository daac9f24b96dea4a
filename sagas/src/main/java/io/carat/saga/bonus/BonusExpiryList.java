package io.carat.saga.bonus;

import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.bucket.BucketEvent.BonusDequeued;
import io.carat.core.bucket.BucketEvent.BonusEnded;
import io.carat.core.decision.LedgerEvent;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;

/** Keeps the list of bonuses that will expire. An event that is delivered again changes nothing. */
@ProcessingGroup(BonusExpiryList.PROCESSOR)
public final class BonusExpiryList {

    /** The name of the processor. */
    public static final String PROCESSOR = "bonus-expiry";

    private final ExpiringBonuses bonuses;

    /** Keeps this list, in the caller's transaction. */
    public BonusExpiryList(ExpiringBonuses bonuses) {
        this.bonuses = bonuses;
    }

    /** Adds a bonus that has an end. */
    @EventHandler
    public void on(BonusGranted event) {
        Instant expiresAt = event.expiresAt();
        if (expiresAt != null) {
            bonuses.add(event.bonusId(), event.brandId(), expiresAt);
        }
    }

    /** Removes a bonus that is over. */
    @EventHandler
    public void on(BonusEnded event) {
        bonuses.remove(event.bonusId());
    }

    /** Removes a bonus that will not run. */
    @EventHandler
    public void on(BonusDequeued event) {
        bonuses.remove(event.bonusId());
    }

    /** Takes every other event without reading it: a processor that skips an event keeps its old token. */
    @EventHandler(payloadType = LedgerEvent.class)
    public void on(EventMessage<?> other) {
        // nothing of it is in this list
    }

    /** Empties the list, for a replay to fill it again. */
    @ResetHandler
    public void onReset() {
        bonuses.clear();
    }
}
