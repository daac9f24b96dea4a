package io.carat.api.deposit;

import io.carat.api.http.Field;
import io.carat.core.decision.RequestKey;
import io.carat.core.deposit.CreditDeposit;
import io.carat.core.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/** A payment to credit. */
record DepositRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,

        @Schema(description = "the NORMAL bucket to credit", example = "SPORTS_NORMAL")
        String target,

        @Schema(description = "in minor units, from 1", example = "10000")
        Long amount,

        @Schema(example = "KRW") String currency,

        @Schema(description = "the payment provider's reference, unique per brand", example = "pay-1")
        String paymentRef) {

    DepositRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.code("target", target);
        Field.amount("amount", amount);
        Field.currency(currency);
        Field.reference("paymentRef", paymentRef);
    }

    CreditDeposit command(RequestKey key) {
        return new CreditDeposit(key, brandId, playerId, target, new Money(amount, currency), paymentRef);
    }
}
