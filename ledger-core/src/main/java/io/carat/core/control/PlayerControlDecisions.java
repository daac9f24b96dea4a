package io.carat.core.control;

import io.carat.core.control.PlayerControlCommand.ExcludePlayer;
import io.carat.core.control.PlayerControlCommand.FreezePlayer;
import io.carat.core.control.PlayerControlCommand.SetPlayerLimits;
import io.carat.core.control.PlayerControlCommand.UnfreezePlayer;
import io.carat.core.decision.Decision;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.Exclusion;
import io.carat.core.player.LimitSet;
import io.carat.core.player.PlayerEvent;
import io.carat.core.player.PlayerEvent.PlayerExcluded;
import io.carat.core.player.PlayerEvent.PlayerFrozen;
import io.carat.core.player.PlayerEvent.PlayerLimitsSet;
import io.carat.core.player.PlayerEvent.PlayerUnfrozen;
import io.carat.core.player.PlayerState;
import java.time.Instant;
import java.util.List;

/** Decides what is asked about one player, at one time. */
final class PlayerControlDecisions {

    private final PlayerState player;
    private final Instant now;

    PlayerControlDecisions(PlayerState player, Instant now) {
        this.player = player;
        this.now = now;
    }

    Decision decide(PlayerControlCommand command) {
        String id = PlayerState.streamId(command.brandId(), command.playerId());
        boolean frozen = player.controls().frozen();
        return switch (command) {
            case FreezePlayer(var brand, var name, var note) ->
                frozen ? holds(command) : changed(command, new PlayerFrozen(id, brand, name, note));
            case UnfreezePlayer(var brand, var name, var note) ->
                frozen ? changed(command, new PlayerUnfrozen(id, brand, name, note)) : holds(command);
            case ExcludePlayer exclude -> exclude(id, exclude);
            case SetPlayerLimits set -> set(id, set);
        };
    }

    /** An exclusion is lengthened, never shortened: what the player asked for is the least. */
    private Decision exclude(String id, ExcludePlayer command) {
        Exclusion wanted = new Exclusion(command.until());
        Exclusion current = player.controls().exclusion();
        if (current != null && current.isInForce(now) && current.outlasts(wanted)) {
            return current.equals(wanted)
                    ? holds(command)
                    : Decision.rejected(
                            RejectionCode.EXCLUSION_IN_FORCE,
                            "The player is excluded "
                                    + (current.until() == null ? "for ever" : "until " + current.until())
                                    + "; that can be lengthened only.");
        }
        return changed(
                command,
                new PlayerExcluded(id, command.brandId(), command.playerId(), command.until(), command.note()));
    }

    private Decision set(String id, SetPlayerLimits command) {
        LimitSet before = player.controls().limits(command.owner(), command.currency());
        LimitSet after = before.to(command.wanted(), now);
        return after.equals(before.settled(now))
                ? holds(command)
                : changed(
                        command, new PlayerLimitsSet(id, command.brandId(), command.playerId(), after, command.note()));
    }

    private Decision holds(PlayerControlCommand command) {
        return Decision.accepted(List.of(), PlayerControlsAnswer.of(command, player, now));
    }

    private Decision changed(PlayerControlCommand command, PlayerEvent event) {
        PlayerState after = PlayerState.evolve(player, event);
        return Decision.accepted(List.of(event), PlayerControlsAnswer.of(command, after, now));
    }
}
