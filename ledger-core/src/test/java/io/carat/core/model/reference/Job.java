package io.carat.core.model.reference;

/** What jobs and sagas say: it has no key, is never refused, and said again it changes nothing. */
public sealed interface Job {

    /** A bonus's time may be over; it is known by the key of its grant. */
    record EndBonus(String brand, String grantKey) implements Job {}

    /** The time of some of a player's points may be over. */
    record ExpirePoints(String brand, String player) implements Job {}

    /** A coupon grant was booked: it may be used. */
    record ConfirmCoupon(GrantRef grant) implements Job {}

    /** A coupon grant's time may be over. */
    record ExpireCoupon(GrantRef grant) implements Job {}
}
