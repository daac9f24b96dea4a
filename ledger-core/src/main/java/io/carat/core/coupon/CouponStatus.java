package io.carat.core.coupon;

/** Where a grant stands (rule book §5). */
public enum CouponStatus {
    /** It was created and waits for its confirmation. */
    OFFERED,
    /** It may be used. */
    ACTIVE,
    /** An open bet holds it, or a part of it. */
    RESERVED,
    /** All of it was used. */
    CONSUMED,
    /** A part of it was used, the rest may be. */
    PARTIALLY_USED,
    /** What was left of it went back to PROMO when its time was over. */
    EXPIRED,
    /** What was left of it went back to PROMO because staff took it back. */
    REVOKED
}
