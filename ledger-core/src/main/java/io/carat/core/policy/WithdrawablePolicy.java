package io.carat.core.policy;

/** Whether and when WITHDRAWABLE money funds a bet, and where its payout goes (rule book §2). */
public enum WithdrawablePolicy {
    /** Never bet. */
    FORBIDDEN(Place.NOWHERE, Payout.RESTORE),
    /** After every other source; the payout of its leg returns to WITHDRAWABLE. */
    LAST_RESORT_RESTORE(Place.LAST, Payout.RESTORE),
    /** After every other source; the payout of its leg goes to the product's NORMAL bucket and has to be wagered. */
    LAST_RESORT_TO_NORMAL(Place.LAST, Payout.TO_NORMAL),
    /** Right after a coupon; the payout of its leg returns to WITHDRAWABLE. */
    FIRST_RESTORE(Place.FIRST, Payout.RESTORE),
    /** Right after a coupon; the payout of its leg goes to the product's NORMAL bucket and has to be wagered. */
    FIRST_TO_NORMAL(Place.FIRST, Payout.TO_NORMAL);

    /** Where WITHDRAWABLE stands among the sources. */
    public enum Place {
        NOWHERE,
        FIRST,
        LAST
    }

    /** Where the payout of a WITHDRAWABLE leg goes. A refunded stake always restores WITHDRAWABLE. */
    public enum Payout {
        RESTORE,
        TO_NORMAL
    }

    private final Place place;
    private final Payout payout;

    WithdrawablePolicy(Place place, Payout payout) {
        this.place = place;
        this.payout = payout;
    }

    /** Where it stands among the sources. */
    public Place place() {
        return place;
    }

    /** Whether it may fund a bet at all. */
    public boolean mayBet() {
        return place != Place.NOWHERE;
    }

    /** Where the payout of its leg goes. */
    public Payout payout() {
        return payout;
    }
}
