package io.carat.api.transfer;

import io.carat.api.http.Field;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import io.carat.core.transfer.MakeTransfer;
import io.carat.core.transfer.TransferEnds;
import io.swagger.v3.oas.annotations.media.Schema;

/** Money to move from the NORMAL bucket of one product to that of another; the path says which. */
record ProductTransferRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,
        @Schema(example = "KRW") String currency,

        @Schema(description = "in minor units, from 1", example = "5000")
        Long amount) {

    ProductTransferRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.currency(currency);
        Field.amount("amount", amount);
    }

    MakeTransfer command(RequestKey key, String fromProduct, String toProduct) {
        return new MakeTransfer(
                key, brandId, playerId, TransferEnds.ofProducts(fromProduct, toProduct), new Money(amount, currency));
    }
}
