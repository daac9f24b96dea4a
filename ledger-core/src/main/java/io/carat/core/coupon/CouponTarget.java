package io.carat.core.coupon;

import io.carat.core.topology.ProductRoute;

/**
 * Where what a campaign pays goes (rule book §5). The topology's route of the product says which bucket that is, so the same
 * campaign holds under every topology.
 */
public enum CouponTarget {
    /** The product's BONUS bucket: the active bonus's requirement grows, or a bonus opens. */
    BONUS,
    /** The product's NORMAL bucket, with a requirement of its own. */
    NORMAL,
    /** WITHDRAWABLE, free at once. */
    WITHDRAWABLE;

    /** The code of the bucket that it means for a product. */
    public String bucketOf(ProductRoute route, String withdrawable) {
        return switch (this) {
            case BONUS -> route.bonusBucket();
            case NORMAL -> route.normalBucket();
            case WITHDRAWABLE -> withdrawable;
        };
    }
}
