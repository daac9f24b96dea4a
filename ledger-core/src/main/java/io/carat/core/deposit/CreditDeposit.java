package io.carat.core.deposit;

import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;

/**
 * Credit a payment to a NORMAL bucket.
 *
 * @param target the code of the NORMAL bucket
 * @param paymentRef the payment provider's reference, unique per brand
 */
public record CreditDeposit(
        RequestKey request, String brandId, String playerId, String target, Money amount, String paymentRef) {

    /** The deposit's id: the same brand and reference always mean the same deposit. */
    public String depositId() {
        return DerivedId.of(brandId, "deposit", paymentRef);
    }

    /** A digest of the deposit itself, whatever key it comes under. */
    public String fingerprint() {
        return DerivedId.fingerprint(playerId, target, amount.amountMinor(), amount.currency());
    }
}
