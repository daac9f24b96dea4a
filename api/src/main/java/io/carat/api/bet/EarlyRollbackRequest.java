package io.carat.api.bet;

import io.carat.api.http.Field;
import io.carat.core.bet.BetCommand.RollbackBetByBetId;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.swagger.v3.oas.annotations.media.Schema;

/** A rollback by betId, which may come before its bet. */
record EarlyRollbackRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,
        @Schema(example = "KRW") String currency,
        @Schema(example = "generic") String providerId,
        @Schema(example = "bet-1") String betId,

        @Schema(description = "unique per brand and provider", example = "rollback-1")
        String transactionId) {

    EarlyRollbackRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.currency(currency);
        Field.name("providerId", providerId);
        Field.reference("betId", betId);
        Field.reference("transactionId", transactionId);
    }

    RollbackBetByBetId command(RequestKey key, Scope scope) {
        return new RollbackBetByBetId(key, scope, brandId, playerId, currency, providerId, betId, transactionId);
    }
}
