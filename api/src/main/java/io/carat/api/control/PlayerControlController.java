package io.carat.api.control;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.Field;
import io.carat.api.http.ForbiddenException;
import io.carat.api.http.LedgerCommands;
import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.Problems;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.api.security.Role;
import io.carat.core.control.PlayerControlCommand.ExcludePlayer;
import io.carat.core.control.PlayerControlCommand.FreezePlayer;
import io.carat.core.control.PlayerControlCommand.SetPlayerLimits;
import io.carat.core.control.PlayerControlCommand.UnfreezePlayer;
import io.carat.core.control.PlayerControlsAnswer;
import io.carat.core.control.PlayerStanding;
import io.carat.core.control.ReadPlayer;
import io.carat.core.decision.Outcome;
import io.carat.core.eventstore.EventPositions;
import io.carat.core.player.LimitOwner;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands between a player and new business. Calls may be repeated: what already holds changes nothing. */
@RestController
@RequestMapping("/admin/v1/players/{brandId}/{playerId}")
@Tag(name = "Players")
class PlayerControlController {

    private final MoneyAnswers answers;
    private final LedgerCommands commands;
    private final EventPositions positions;

    PlayerControlController(MoneyAnswers answers, LedgerCommands commands, EventPositions positions) {
        this.answers = answers;
        this.commands = commands;
        this.positions = positions;
    }

    @GetMapping
    @Operation(summary = "What stands between the player and new business, and every wallet: always current")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlayerView.class)))
    ResponseEntity<Object> read(
            @AuthenticationPrincipal Caller caller, @PathVariable String brandId, @PathVariable String playerId) {
        requireReach(caller, brandId, playerId);
        // the position is read first: whatever the aggregates then show includes every event up to it
        long position = positions.headPosition();
        return switch (commands.send(new ReadPlayer(brandId, playerId)).outcome()) {
            case Outcome.Done done -> ResponseEntity.ok(PlayerView.of((PlayerStanding) done.answer(), position));
            case Outcome.Refused refused -> Problems.response(refused.rejection());
        };
    }

    @PostMapping("/freeze")
    @Operation(
            summary = "Let the player neither bet nor deposit, transfer or withdraw; results of bets are still taken")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PlayerControlsAnswer.class)))
    ResponseEntity<Object> freeze(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String brandId,
            @PathVariable String playerId,
            @RequestBody ControlReason body) {
        requireReach(caller, brandId, playerId);
        return answers.answer(new FreezePlayer(brandId, playerId, AuditNotes.of(caller, body.reason())));
    }

    @PostMapping("/unfreeze")
    @Operation(summary = "End a freeze; an exclusion and limits stay")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PlayerControlsAnswer.class)))
    ResponseEntity<Object> unfreeze(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String brandId,
            @PathVariable String playerId,
            @RequestBody ControlReason body) {
        requireReach(caller, brandId, playerId);
        return answers.answer(new UnfreezePlayer(brandId, playerId, AuditNotes.of(caller, body.reason())));
    }

    @PostMapping("/exclude")
    @Operation(
            summary =
                    "Let the player neither bet nor deposit, by their own wish; it can be lengthened, never shortened")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PlayerControlsAnswer.class)))
    ResponseEntity<Object> exclude(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String brandId,
            @PathVariable String playerId,
            @RequestBody ExclusionBody body) {
        requireReach(caller, brandId, playerId);
        return answers.answer(
                new ExcludePlayer(brandId, playerId, body.end(Instant.now()), AuditNotes.of(caller, body.reason())));
    }

    @PostMapping("/limits")
    @Operation(
            summary = "Set one owner's limits in one currency: stricter ones hold at once, the player's own looser ones"
                    + " after 24 hours")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PlayerControlsAnswer.class)))
    ResponseEntity<Object> limit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String brandId,
            @PathVariable String playerId,
            @RequestBody PlayerLimitsBody body) {
        requireReach(caller, brandId, playerId);
        if (body.limitOwner() == LimitOwner.STAFF && caller.role() == Role.OPERATOR) {
            throw new ForbiddenException("Limits of STAFF are set with a token of role OPS or ADMIN.");
        }
        return answers.answer(new SetPlayerLimits(
                brandId,
                playerId,
                body.limitOwner(),
                body.currency(),
                body.wanted(),
                AuditNotes.of(caller, body.reason())));
    }

    private static void requireReach(Caller caller, String brandId, String playerId) {
        Reach.requireBrand(caller, Field.brand(brandId));
        Field.name("playerId", playerId);
    }
}
