package io.carat.api.bet;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.core.bet.BetCommand.SettleBet;
import io.carat.core.bet.BetResult;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A result to pay. */
record SettleRequest(
        @Schema(description = "unique per brand and provider", example = "win-1")
        String transactionId,

        @Schema(description = "in minor units, from 0; for PUSH the open stake", example = "18500")
        Long payout,

        @Schema(
                description = "absent: WIN when something is paid, else LOSE",
                allowableValues = {"WIN", "LOSE", "JACKPOT", "PUSH", "HALF_VOID"})
        @Nullable
        String outcome,

        @Schema(description = "false when more wins of this bet are to come; a payout of 0 closes in any case")
        @Nullable
        Boolean closesRound) {

    SettleRequest {
        Field.reference("transactionId", transactionId);
        Field.amountOrZero("payout", payout);
        result(outcome, payout);
    }

    SettleBet command(RequestKey key, Scope scope, String authorizationId) {
        boolean closes = Objects.requireNonNullElse(closesRound, true);
        return new SettleBet(key, scope, authorizationId, transactionId, payout, result(outcome, payout), closes);
    }

    private static BetResult result(@Nullable String outcome, long payoutMinor) {
        if (outcome == null) {
            return payoutMinor == 0 ? BetResult.LOSE : BetResult.WIN;
        }
        return Arrays.stream(BetResult.values())
                .filter(result -> result.name().equals(outcome))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "outcome", "must be one of " + Arrays.toString(BetResult.values())));
    }
}
