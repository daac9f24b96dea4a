package io.carat.core.bonus;

import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Grant a bonus into a BONUS bucket.
 *
 * @param bucket the code of the BONUS bucket
 * @param multiplierBps rolling in basis points of the amount; 0 converts at once; null takes the policy's
 * @param capMinor at most this converts, in minor units; null for no cap
 */
public record GrantBonus(
        RequestKey request,
        String brandId,
        String playerId,
        String bucket,
        Money amount,
        @Nullable Integer multiplierBps,
        @Nullable Long capMinor) {

    /** The bonus's id, derived from the request. */
    public String bonusId() {
        return DerivedId.of(brandId, "bonus", request.key());
    }
}
