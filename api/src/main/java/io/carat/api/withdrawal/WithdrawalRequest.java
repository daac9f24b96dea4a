package io.carat.api.withdrawal;

import io.carat.api.http.Field;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A withdrawal to hold. */
record WithdrawalRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,
        @Schema(example = "KRW") String currency,

        @Schema(description = "in minor units, from 1", example = "5000")
        Long amount,

        @Schema(description = "a reference to where to pay, never account data itself") @Nullable
        String destination) {

    WithdrawalRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.currency(currency);
        Field.amount("amount", amount);
        Field.optionalText("destination", destination);
    }

    RequestWithdrawal command(RequestKey key) {
        return new RequestWithdrawal(key, brandId, playerId, new Money(amount, currency), destination);
    }
}
