package io.carat.api.transfer;

import io.carat.api.http.Field;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import io.carat.core.transfer.MakeTransfer;
import io.carat.core.transfer.TransferEnds;
import io.swagger.v3.oas.annotations.media.Schema;

/** Money to move from one NORMAL bucket to another. */
record TransferRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,
        @Schema(example = "KRW") String currency,
        @Schema(example = "SPORTS_NORMAL") String from,
        @Schema(example = "CASINO_NORMAL") String to,

        @Schema(description = "in minor units, from 1", example = "5000")
        Long amount) {

    TransferRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.currency(currency);
        Field.code("from", from);
        Field.code("to", to);
        Field.amount("amount", amount);
    }

    MakeTransfer command(RequestKey key) {
        return new MakeTransfer(key, brandId, playerId, TransferEnds.ofBuckets(from, to), new Money(amount, currency));
    }
}
