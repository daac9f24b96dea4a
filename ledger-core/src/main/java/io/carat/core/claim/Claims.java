package io.carat.core.claim;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.decision.Decision;
import io.carat.core.decision.RequestKey;
import java.util.function.Supplier;

/** Binds a decision to the keys it was asked under (ADR 0003). */
public final class Claims {

    private Claims() {}

    /** Decides under the caller's request key. */
    public static Decision underRequest(
            LedgerUnit unit, String brandId, RequestKey request, Supplier<Decision> decide) {
        return under(unit, LoadOrder.REQUEST_CLAIM, ClaimName.ofRequest(brandId, request), decide);
    }

    /** Decides under a provider's transaction id, beneath the request key. */
    public static Decision underTransaction(LedgerUnit unit, ClaimName name, Supplier<Decision> decide) {
        return under(unit, LoadOrder.TRANSACTION_CLAIM, name, decide);
    }

    private static Decision under(LedgerUnit unit, LoadOrder order, ClaimName name, Supplier<Decision> decide) {
        return ClaimState.under(unit.loadNew(order, Claim.class, name.claimId()), name, decide);
    }
}
