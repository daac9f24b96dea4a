package io.carat.core.control;

import io.carat.core.decision.Answer;
import io.carat.core.player.Exclusion;
import io.carat.core.player.Limit;
import io.carat.core.player.LimitOwner;
import io.carat.core.player.LimitSet;
import io.carat.core.player.PlayerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a player and new business at a time.
 *
 * @param frozen by staff: no bet, deposit, transfer or withdrawal
 * @param excluded by the player's own wish: no bet and no deposit
 * @param excludedUntil when the exclusion ends; null for ever, or where there is none
 * @param limits per owner and currency
 */
public record PlayerControlsAnswer(
        String brandId,
        String playerId,
        boolean frozen,
        boolean excluded,
        @Nullable Instant excludedUntil,
        List<LimitsOfPlayer> limits)
        implements Answer {

    public PlayerControlsAnswer {
        limits = List.copyOf(limits);
    }

    /**
     * One owner's limits in one currency, in minor units; null is no limit.
     *
     * @param highestStake of a bet
     * @param highestDeposit of one payment
     * @param depositsPerDay of all deposits of a calendar day in the brand's zone
     * @param later looser limits that wait for their time
     */
    public record LimitsOfPlayer(
            LimitOwner owner,
            String currency,
            @Nullable Long highestStake,
            @Nullable Long highestDeposit,
            @Nullable Long depositsPerDay,
            List<LaterLimit> later) {

        public LimitsOfPlayer {
            later = List.copyOf(later);
        }

        private static LimitsOfPlayer of(LimitSet set, Instant now) {
            List<LaterLimit> later = new ArrayList<>();
            add(later, "highestStake", set.stake(), now);
            add(later, "highestDeposit", set.deposit(), now);
            add(later, "depositsPerDay", set.depositsPerDay(), now);
            return new LimitsOfPlayer(
                    set.owner(),
                    set.currency(),
                    set.stake().at(now),
                    set.deposit().at(now),
                    set.depositsPerDay().at(now),
                    later);
        }

        private static void add(List<LaterLimit> later, String name, Limit limit, Instant now) {
            if (limit.laterFrom() != null && limit.isPending(now)) {
                later.add(new LaterLimit(name, limit.laterMinor(), limit.laterFrom()));
            }
        }
    }

    /** A looser limit and when it begins; null is no limit. */
    public record LaterLimit(String limit, @Nullable Long amount, Instant from) {}

    static PlayerControlsAnswer of(PlayerControlCommand command, PlayerState player, Instant now) {
        return of(command.brandId(), command.playerId(), player, now);
    }

    static PlayerControlsAnswer of(String brandId, String playerId, PlayerState player, Instant now) {
        Exclusion exclusion = player.controls().exclusion();
        boolean excluded = player.controls().isExcluded(now);
        return new PlayerControlsAnswer(
                brandId,
                playerId,
                player.controls().frozen(),
                excluded,
                excluded && exclusion != null ? exclusion.until() : null,
                player.controls().limits().stream()
                        .map(set -> LimitsOfPlayer.of(set, now))
                        .toList());
    }
}
