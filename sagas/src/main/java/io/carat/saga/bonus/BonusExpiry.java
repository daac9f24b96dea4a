package io.carat.saga.bonus;

import io.carat.core.bonus.ExpireBonus;
import io.carat.saga.shell.CommandDelivery;
import io.carat.saga.shell.SagaCommand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Forfeits bonuses whose time is over (rule book §4). The command decides by the ledger's own clock and changes nothing when it
 * is sent again, so two nodes at work do no harm. What cannot be forfeited now, because its brand is suspended or the store is
 * away, is tried again later and keeps nobody waiting.
 */
public final class BonusExpiry {

    /** Bonuses tried in one run. */
    public static final int BATCH = 200;

    /** Time after which a bonus that is still there is tried again. */
    public static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private static final String NAME = "bonus.expire.v1";

    private final ExpiringBonuses bonuses;
    private final CommandDelivery delivery;
    private final Clock clock;

    /** Forfeits what that list has. */
    public BonusExpiry(ExpiringBonuses bonuses, CommandDelivery delivery, Clock clock) {
        this.bonuses = bonuses;
        this.delivery = delivery;
        this.clock = clock;
    }

    /**
     * Tries what is due, once each.
     *
     * @return how many were tried
     */
    public int run() {
        Instant now = clock.instant();
        var due = bonuses.due(now, BATCH);
        for (String bonusId : due) {
            bonuses.putOff(bonusId, now.plus(RETRY_AFTER));
            delivery.once(SagaCommand.of(bonusId, "expire", NAME, new ExpireBonus(bonusId)));
        }
        return due.size();
    }
}
