package io.carat.core.coupon;

import io.carat.core.decision.DerivedId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign promises; fixed when it is defined. Amounts are minor units of its currency.
 *
 * @param code the brand's name for it, unique per brand
 * @param budgetMinor the sum of the faces of all its grants is at most this
 * @param faceMinor what one grant is worth, at most the budget
 * @param products which products it covers, at least one; a win without a game is paid by the route of the first
 * @param providers the providers that may use it; empty for all
 * @param stakeReturned whether a win includes the coupon's stake
 * @param payoutTarget where what it pays goes
 * @param multiplierBps rolling of what it pays in basis points of the amount; null takes the policy's
 * @param expiresAt from then on nothing is granted; what was granted or played before is paid
 * @param partialUse whether a grant may be used in parts
 * @param minStakeMinor the least stake that a grant is used on; null for any
 * @param maxStakeMinor the largest; null for any
 * @param minOddsMilli the least odds in thousandths; null for any
 */
public record CampaignTerms(
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
        Instant expiresAt,
        boolean partialUse,
        @Nullable Long minStakeMinor,
        @Nullable Long maxStakeMinor,
        @Nullable Integer minOddsMilli) {

    private static final String KIND = "campaign";

    public CampaignTerms {
        products = List.copyOf(products);
        providers = List.copyOf(providers);
    }

    /** The id of a campaign: the same brand and code always mean the same campaign. */
    public static String campaignId(String brandId, String code) {
        return DerivedId.of(brandId, KIND, code);
    }

    /** The campaign's id. */
    public String campaignId() {
        return campaignId(brandId, code);
    }

    /** The brand that a campaign's id belongs to; null when the text is no such id. */
    static @Nullable String brandOf(String campaignId) {
        return DerivedId.brandOf(KIND, campaignId).orElse(null);
    }

    /** The id that a party means which names a campaign by its id or, within a brand, by its code. */
    public static String named(String brandId, String idOrCode) {
        return brandOf(idOrCode) == null ? campaignId(brandId, idOrCode) : idOrCode;
    }

    /** Whether bets and wins of a provider come under it. */
    public boolean covers(String providerId) {
        return providers.isEmpty() || providers.contains(providerId);
    }
}
