package io.carat.core.bonus;

import io.carat.core.coupon.Expiry;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Grant a bonus into a BONUS bucket.
 *
 * @param bucket the code of the BONUS bucket
 * @param multiplierBps rolling in basis points of the base; 0 converts at once; null takes the policy's
 * @param capMinor at most this converts, in minor units; null for no cap
 * @param expiry when it is forfeited; a date alone is read in the brand's zone; null for never
 * @param depositId the deposit that is wagered together with it: both are the base, and the deposit's own requirement waits;
 *     null for a bonus alone
 */
public record GrantBonus(
        RequestKey request,
        String brandId,
        String playerId,
        String bucket,
        Money amount,
        @Nullable Integer multiplierBps,
        @Nullable Long capMinor,
        @Nullable Expiry expiry,
        @Nullable String depositId) {

    /** A bonus alone that never expires. */
    public GrantBonus(
            RequestKey request,
            String brandId,
            String playerId,
            String bucket,
            Money amount,
            @Nullable Integer multiplierBps,
            @Nullable Long capMinor) {
        this(request, brandId, playerId, bucket, amount, multiplierBps, capMinor, null, null);
    }

    /** The bonus's id, derived from the request. */
    public String bonusId() {
        return DerivedId.of(brandId, BonusEvent.KIND, request.key());
    }
}
