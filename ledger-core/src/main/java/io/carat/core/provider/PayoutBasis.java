package io.carat.core.provider;

/** What the amount of a win holds (rule book §5: it matters for coupons whose stake is not returned). */
public enum PayoutBasis {
    /** All that is paid, the stake's return included. */
    GROSS,
    /** The profit alone: the stake of a coupon is already left out. */
    NET
}
