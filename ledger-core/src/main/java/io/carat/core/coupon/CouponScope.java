package io.carat.core.coupon;

import java.util.List;

/**
 * Which bets a coupon is for: the product and the provider have to fit (rule book §5).
 *
 * @param products at least one
 * @param providers empty for all
 */
public record CouponScope(List<String> products, List<String> providers) {

    public CouponScope {
        products = List.copyOf(products);
        providers = List.copyOf(providers);
    }

    /** The scope of a campaign. */
    public static CouponScope of(CampaignTerms terms) {
        return new CouponScope(terms.products(), terms.providers());
    }
}
