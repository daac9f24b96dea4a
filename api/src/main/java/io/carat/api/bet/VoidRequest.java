package io.carat.api.bet;

import io.carat.api.http.Field;
import io.carat.core.bet.BetCommand.VoidBet;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A void, full or half. */
record VoidRequest(
        @Schema(description = "unique per brand and provider", example = "void-1")
        String transactionId,

        @Schema(description = "half void: the part of the stake to give back, in minor units; absent: all of it")
        @Nullable
        Long refundedStake) {

    VoidRequest {
        Field.reference("transactionId", transactionId);
        if (refundedStake != null) {
            Field.amount("refundedStake", refundedStake);
        }
    }

    VoidBet command(RequestKey key, Scope scope, String authorizationId) {
        return new VoidBet(key, scope, authorizationId, transactionId, refundedStake);
    }
}
