package io.carat.core.coupon;

import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Define a campaign. What its members mean is said at {@link CampaignTerms}.
 *
 * @param expiry a date alone is read in the brand's zone
 */
public record DefineCampaign(
        RequestKey request,
        String brandId,
        String code,
        String currency,
        long budgetMinor,
        long faceMinor,
        List<String> products,
        List<String> providers,
        boolean stakeReturned,
        CouponTarget payoutTarget,
        @Nullable Integer multiplierBps,
        Expiry expiry,
        boolean partialUse,
        @Nullable Long minStakeMinor,
        @Nullable Long maxStakeMinor,
        @Nullable Integer minOddsMilli) {

    /** Copies the lists; a campaign for no product could never pay. */
    public DefineCampaign {
        products = List.copyOf(products);
        providers = List.copyOf(providers);
        if (products.isEmpty()) {
            throw new IllegalArgumentException("A campaign covers at least one product");
        }
    }

    /** The campaign's id. */
    public String campaignId() {
        return CampaignTerms.campaignId(brandId, code);
    }

    /** A digest of the campaign itself, whatever key it comes under. */
    public String fingerprint() {
        return DerivedId.fingerprint(
                currency,
                budgetMinor,
                faceMinor,
                products,
                providers,
                stakeReturned,
                payoutTarget,
                multiplierBps,
                expiry,
                partialUse,
                minStakeMinor,
                maxStakeMinor,
                minOddsMilli);
    }
}
