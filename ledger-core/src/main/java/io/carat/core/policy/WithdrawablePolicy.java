package io.carat.core.policy;

/** Whether and when WITHDRAWABLE money funds a bet, and where its payout goes (rule book §2). */
public enum WithdrawablePolicy {
    /** Never bet. */
    FORBIDDEN,
    /** After every other source; the payout of its leg returns to WITHDRAWABLE. */
    LAST_RESORT_RESTORE,
    /** Right after a coupon; the payout of its leg returns to WITHDRAWABLE. */
    FIRST_RESTORE
}
