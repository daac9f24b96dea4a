package io.carat.core.player;

import io.carat.core.player.PlayerEvent.DepositCounted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a player and new business (ADR 0017).
 *
 * @param frozen whether staff froze the player
 * @param exclusion the last one, over or not; null when there was none
 * @param limits at most one set per owner and currency
 * @param deposits per currency, those of the last day on which there were any
 */
public record PlayerControls(
        boolean frozen, @Nullable Exclusion exclusion, List<LimitSet> limits, List<DayDeposits> deposits) {

    /** A player whom nothing holds back. */
    public static final PlayerControls NONE = new PlayerControls(false, null, List.of(), List.of());

    public PlayerControls {
        limits = List.copyOf(limits);
        deposits = List.copyOf(deposits);
    }

    /** Whether the player is excluded at a time. */
    public boolean isExcluded(Instant now) {
        return exclusion != null && exclusion.isInForce(now);
    }

    /** The limits of an owner in a currency. */
    public LimitSet limits(LimitOwner owner, String currency) {
        return limits.stream()
                .filter(set -> set.isOf(owner, currency))
                .findFirst()
                .orElseGet(() -> LimitSet.none(owner, currency));
    }

    /** What was deposited on a day, in minor units. */
    public long depositedMinor(String currency, LocalDate day) {
        return deposits.stream()
                .filter(sum -> sum.currency().equals(currency) && sum.day().equals(day))
                .mapToLong(DayDeposits::amountMinor)
                .sum();
    }

    PlayerControls frozen(boolean now) {
        return new PlayerControls(now, exclusion, limits, deposits);
    }

    PlayerControls with(Exclusion next) {
        return new PlayerControls(frozen, next, limits, deposits);
    }

    PlayerControls with(LimitSet set) {
        List<LimitSet> others = new ArrayList<>(limits);
        others.removeIf(other -> other.isOf(set.owner(), set.currency()));
        others.add(set);
        return new PlayerControls(frozen, exclusion, others, deposits);
    }

    PlayerControls with(DepositCounted counted) {
        long sumMinor = depositedMinor(counted.currency(), counted.day()) + counted.amountMinor();
        List<DayDeposits> sums = new ArrayList<>(deposits);
        sums.removeIf(other -> other.currency().equals(counted.currency()));
        sums.add(new DayDeposits(counted.currency(), counted.day(), sumMinor));
        return new PlayerControls(frozen, exclusion, limits, sums);
    }
}
