package io.carat.api.session;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.http.LedgerCommands;
import io.carat.api.http.Problems;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.core.decision.Outcome;
import io.carat.core.digest.Sha256;
import io.carat.core.session.OpenGameSession;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands tokens out that a player's game is opened with. Only their digest is kept, so no token can be told twice. */
@RestController
@Tag(name = "Game sessions")
class GameSessionController {

    private static final String PREFIX = "game_";
    private static final int RANDOM_BYTES = 32;

    private final LedgerCommands commands;
    private final SecureRandom random = new SecureRandom();

    GameSessionController(LedgerCommands commands) {
        this.commands = commands;
    }

    /** A session to open. */
    record GameSessionRequest(
            @Schema(example = "acme") String brandId,
            @Schema(example = "player-1") String playerId,
            @Schema(example = "KRW") String currency,
            @Schema(example = "generic") String providerId,

            @Schema(description = "from then on the token opens no more bets; wins and rollbacks never ask for it")
            Instant expiresAt) {

        GameSessionRequest {
            Field.brand(brandId);
            Field.name("playerId", playerId);
            Field.currency(currency);
            Field.name("providerId", providerId);
            if (expiresAt == null) {
                throw new InvalidRequestException("expiresAt", "is missing");
            }
        }
    }

    /** The token, told this once. */
    record GameSessionAnswer(String token, Instant expiresAt) {}

    @PostMapping("/v2/game-sessions")
    @Operation(summary = "Open a game session; each call makes a new token, so it takes no Idempotency-Key")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GameSessionAnswer.class)))
    @ApiResponse(responseCode = "404", description = "no such brand or provider", content = @Content)
    @ApiResponse(
            responseCode = "422",
            description = "the currency is not the brand's, or it ends in the past",
            content = @Content)
    ResponseEntity<Object> open(@AuthenticationPrincipal Caller caller, @RequestBody GameSessionRequest body) {
        Reach.requireProvider(caller, body.brandId(), body.providerId());
        String token = token();
        OpenGameSession command = new OpenGameSession(
                body.brandId(),
                body.playerId(),
                body.currency(),
                body.providerId(),
                HexFormat.of().formatHex(Sha256.begin().digest(token.getBytes(StandardCharsets.UTF_8))),
                body.expiresAt());
        return switch (commands.send(command).outcome()) {
            case Outcome.Done ignored -> ResponseEntity.ok(new GameSessionAnswer(token, body.expiresAt()));
            case Outcome.Refused refused -> Problems.response(refused.rejection());
        };
    }

    private String token() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
