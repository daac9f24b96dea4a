package io.carat.api.bet;

import io.carat.api.http.Field;
import io.carat.core.bet.BetCommand.RollbackBet;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.swagger.v3.oas.annotations.media.Schema;

/** A rollback of a bet. */
record RollbackRequest(
        @Schema(description = "unique per brand and provider", example = "rollback-1")
        String transactionId) {

    RollbackRequest {
        Field.reference("transactionId", transactionId);
    }

    RollbackBet command(RequestKey key, Scope scope, String authorizationId) {
        return new RollbackBet(key, scope, authorizationId, transactionId);
    }
}
