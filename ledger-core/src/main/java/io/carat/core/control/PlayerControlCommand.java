package io.carat.core.control;

import io.carat.core.decision.AuditNote;
import io.carat.core.player.LimitOwner;
import io.carat.core.player.LimitSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be decided about a player. Each command may be repeated: what already holds changes nothing. */
public sealed interface PlayerControlCommand {

    /** The player's brand. */
    String brandId();

    /** The player, who need not have a wallet yet. */
    String playerId();

    /** Who decides, and why. */
    AuditNote note();

    /** Let the player neither bet nor deposit, transfer or withdraw. */
    record FreezePlayer(String brandId, String playerId, AuditNote note) implements PlayerControlCommand {}

    /** End a freeze. */
    record UnfreezePlayer(String brandId, String playerId, AuditNote note) implements PlayerControlCommand {}

    /**
     * Let the player neither bet nor deposit, by their own wish.
     *
     * @param until when that ends by itself; null for ever
     */
    record ExcludePlayer(
            String brandId, String playerId, @Nullable Instant until, AuditNote note) implements PlayerControlCommand {}

    /** Set one owner's limits in one currency, in the place of those before. */
    record SetPlayerLimits(
            String brandId, String playerId, LimitOwner owner, String currency, LimitSet.Wanted wanted, AuditNote note)
            implements PlayerControlCommand {}
}
