package io.carat.core.player;

import io.carat.core.player.PlayerEvent.CouponListed;
import io.carat.core.player.PlayerEvent.DepositCounted;
import io.carat.core.player.PlayerEvent.PlayerExcluded;
import io.carat.core.player.PlayerEvent.PlayerFrozen;
import io.carat.core.player.PlayerEvent.PlayerLimitsSet;
import io.carat.core.player.PlayerEvent.PlayerUnfrozen;
import io.carat.core.player.PlayerEvent.RequirementNumbered;
import io.carat.core.player.PlayerEvent.WalletOpened;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A player as the events left it.
 *
 * @param currencies those in which the player has a wallet
 * @param lastSequence the number of the last requirement, 0 before the first
 * @param controls what stands between the player and new business
 * @param coupons the grants that are shown with the wallet
 */
public record PlayerState(Set<String> currencies, long lastSequence, PlayerControls controls, CouponList coupons) {

    /** A player who has never been credited. */
    public static final PlayerState NEW = new PlayerState(Set.of(), 0, PlayerControls.NONE, CouponList.NONE);

    public PlayerState {
        currencies = Set.copyOf(currencies);
    }

    /** A player without coupons. */
    public PlayerState(Set<String> currencies, long lastSequence, PlayerControls controls) {
        this(currencies, lastSequence, controls, CouponList.NONE);
    }

    /** The stream of a player; players belong to one brand. */
    public static String streamId(String brandId, String playerId) {
        return "player:" + brandId + ":" + playerId;
    }

    /**
     * The state after an event; null is a player without events.
     *
     * @throws IllegalStateException when the event cannot follow the state: the history is broken
     */
    public static PlayerState evolve(@Nullable PlayerState state, PlayerEvent event) {
        PlayerState before = state == null ? NEW : state;
        return switch (event) {
            case WalletOpened opened
            when !before.currencies.contains(opened.currency()) -> {
                Set<String> more = new HashSet<>(before.currencies);
                more.add(opened.currency());
                yield new PlayerState(more, before.lastSequence, before.controls, before.coupons);
            }
            case RequirementNumbered numbered
            when numbered.sequence() == before.lastSequence + 1 ->
                new PlayerState(before.currencies, numbered.sequence(), before.controls, before.coupons);
            case DepositCounted counted -> before.with(before.controls.with(counted));
            case PlayerFrozen ignored when !before.controls.frozen() -> before.with(before.controls.frozen(true));
            case PlayerUnfrozen ignored when before.controls.frozen() -> before.with(before.controls.frozen(false));
            case PlayerExcluded excluded -> before.with(before.controls.with(new Exclusion(excluded.until())));
            case PlayerLimitsSet set -> before.with(before.controls.with(set.limits()));
            case CouponListed listed -> before.with(before.coupons.with(listed));
            case WalletOpened impossible -> throw broken(before, impossible);
            case RequirementNumbered impossible -> throw broken(before, impossible);
            case PlayerFrozen impossible -> throw broken(before, impossible);
            case PlayerUnfrozen impossible -> throw broken(before, impossible);
        };
    }

    private PlayerState with(PlayerControls next) {
        return new PlayerState(currencies, lastSequence, next, coupons);
    }

    private PlayerState with(CouponList next) {
        return new PlayerState(currencies, lastSequence, controls, next);
    }

    private static IllegalStateException broken(PlayerState state, PlayerEvent event) {
        return new IllegalStateException(event + " cannot follow " + state);
    }
}
