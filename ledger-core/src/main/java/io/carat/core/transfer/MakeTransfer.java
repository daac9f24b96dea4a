package io.carat.core.transfer;

import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;

/** Move money of a player from one NORMAL bucket to another, with its rolling (rule book §8). */
public record MakeTransfer(RequestKey request, String brandId, String playerId, TransferEnds ends, Money amount) {

    /** The transfer's id: the same brand and request key always mean the same transfer. */
    public String transferId() {
        return DerivedId.of(brandId, "transfer", request.key());
    }

    /** A digest of the transfer itself. */
    String fingerprint() {
        return DerivedId.fingerprint(
                playerId, ends.named(), ends.from(), ends.to(), amount.amountMinor(), amount.currency());
    }
}
