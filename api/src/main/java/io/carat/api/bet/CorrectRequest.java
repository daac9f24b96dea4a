package io.carat.api.bet;

import io.carat.api.http.Field;
import io.carat.core.bet.BetCommand.CorrectBet;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A settlement that replaces another. */
record CorrectRequest(
        @Schema(description = "unique per brand and provider", example = "correction-1")
        String transactionId,

        @Schema(
                description = "the settlement, or an earlier correction of it; absent: all settlements",
                example = "win-1")
        @Nullable
        String correctsTransactionId,

        @Schema(description = "what is paid instead, in minor units, from 0", example = "0")
        Long payout) {

    CorrectRequest {
        Field.reference("transactionId", transactionId);
        if (correctsTransactionId != null) {
            Field.reference("correctsTransactionId", correctsTransactionId);
        }
        Field.amountOrZero("payout", payout);
    }

    CorrectBet command(RequestKey key, Scope scope, String authorizationId) {
        return new CorrectBet(key, scope, authorizationId, transactionId, correctsTransactionId, payout);
    }
}
