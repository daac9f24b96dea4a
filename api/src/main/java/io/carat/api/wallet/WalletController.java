package io.carat.api.wallet;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.http.LedgerCommands;
import io.carat.api.http.Problems;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.core.decision.Outcome;
import io.carat.core.eventstore.EventPositions;
import io.carat.core.wallet.ReadWallet;
import io.carat.core.wallet.WalletSnapshot;
import io.carat.projection.ledger.LedgerQueries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a player has, and how it came to be. */
@RestController
@Tag(name = "Wallets")
class WalletController {

    private static final int DEFAULT_PAGE = 100;

    private final LedgerCommands commands;
    private final EventPositions positions;
    private final LedgerQueries ledger;

    WalletController(LedgerCommands commands, EventPositions positions, LedgerQueries ledger) {
        this.commands = commands;
        this.positions = positions;
        this.ledger = ledger;
    }

    @GetMapping("/v2/wallets/{brandId}/{playerId}")
    @Operation(summary = "The wallet as its aggregates have it: always current")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WalletView.class)))
    ResponseEntity<Object> snapshot(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String brandId,
            @PathVariable String playerId,
            @RequestParam(required = false) @Nullable String currency,
            HttpServletRequest request) {
        Field.onlyParameters(request, "currency");
        Reach.requireBrand(caller, Field.brand(brandId));
        // the position is read first: whatever the aggregates then show includes every event up to it
        long position = positions.headPosition();
        Outcome outcome = commands.send(
                        new ReadWallet(brandId, Field.name("playerId", playerId), Field.currency(currency)))
                .outcome();
        return switch (outcome) {
            case Outcome.Done done -> ResponseEntity.ok(WalletView.of((WalletSnapshot) done.answer(), position));
            case Outcome.Refused refused -> Problems.response(refused.rejection());
        };
    }

    @GetMapping("/v2/wallets/{brandId}/{playerId}/ledger")
    @Operation(summary = "The wallet's immutable ledger rows, oldest first; it may trail the snapshot by moments")
    LedgerView ledger(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String brandId,
            @PathVariable String playerId,
            @RequestParam(required = false) @Nullable String bucket,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Field.onlyParameters(request, "bucket", "currency", "cursor", "limit");
        Reach.requireBrand(caller, Field.brand(brandId));
        if (limit != null && (limit < 1 || limit > LedgerQueries.MAX_LIMIT)) {
            throw new InvalidRequestException("limit", "must be from 1 to " + LedgerQueries.MAX_LIMIT);
        }
        String type = bucket == null ? null : Field.code("bucket", bucket);
        return LedgerView.of(ledger.page(
                brandId,
                Field.name("playerId", playerId),
                type,
                currency == null ? null : Field.currency(currency),
                cursor,
                limit == null ? DEFAULT_PAGE : limit));
    }
}
