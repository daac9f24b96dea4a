package io.carat.core.coupon;

/** Why what is left of a grant goes back to PROMO. */
public enum CouponEnd {
    /** Its time is over. */
    EXPIRED,
    /** Staff took it back. */
    REVOKED
}
