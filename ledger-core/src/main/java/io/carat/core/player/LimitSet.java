package io.carat.core.player;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A player's limits in one currency, as one owner set them.
 *
 * @param stake the highest stake of a bet
 * @param deposit the highest single deposit
 * @param depositsPerDay the highest sum of a calendar day's deposits, in the brand's zone
 */
public record LimitSet(LimitOwner owner, String currency, Limit stake, Limit deposit, Limit depositsPerDay) {

    /** What an owner wants, in minor units; null is no limit. */
    public record Wanted(
            @Nullable Long stakeMinor,
            @Nullable Long depositMinor,
            @Nullable Long depositsPerDayMinor) {}

    /** An owner's limits before any were set. */
    public static LimitSet none(LimitOwner owner, String currency) {
        return new LimitSet(owner, currency, Limit.NONE, Limit.NONE, Limit.NONE);
    }

    /** The limits after a wish. */
    public LimitSet to(Wanted wanted, Instant now) {
        return new LimitSet(
                owner,
                currency,
                stake.to(wanted.stakeMinor, now, owner.coolingOff()),
                deposit.to(wanted.depositMinor, now, owner.coolingOff()),
                depositsPerDay.to(wanted.depositsPerDayMinor, now, owner.coolingOff()));
    }

    /** The same limits without changes that have taken place. */
    public LimitSet settled(Instant now) {
        return new LimitSet(owner, currency, stake.settled(now), deposit.settled(now), depositsPerDay.settled(now));
    }

    boolean isOf(LimitOwner other, String otherCurrency) {
        return owner == other && currency.equals(otherCurrency);
    }
}
