package io.carat.api.bet;

import io.carat.api.http.Field;
import io.carat.core.bet.BetCommand.CashOutBet;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.swagger.v3.oas.annotations.media.Schema;

/** A part of a stake that is sold back before the result. */
record CashOutRequest(
        @Schema(description = "unique per brand and provider", example = "cashout-1")
        String transactionId,

        @Schema(
                description =
                        "the part of the stake, in minor units, from 1 to what is open; all of it settles the bet",
                example = "4000")
        Long closedStake,

        @Schema(description = "what is paid for it, in minor units, from 0", example = "5000")
        Long price) {

    CashOutRequest {
        Field.reference("transactionId", transactionId);
        Field.amount("closedStake", closedStake);
        Field.amountOrZero("price", price);
    }

    CashOutBet command(RequestKey key, Scope scope, String authorizationId) {
        return new CashOutBet(key, scope, authorizationId, transactionId, closedStake, price);
    }
}
