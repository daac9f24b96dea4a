package io.carat.core.bucket;

/**
 * The other side of a player's bucket in a posting (rule book §1). System accounts are sums over postings, not
 * aggregates, so no account is hot.
 */
public enum SystemAccount {
    /** The operator's own result. */
    HOUSE,
    /** What promotions cost. */
    PROMO,
    /** Stakes of open bets. */
    BET_HOLD,
    /** Withdrawals that are not yet paid or released. */
    WITHDRAW_HOLD,
    /** The payment provider. */
    PSP,
    /** What players owe. */
    RECEIVABLE,
    /** Where points come from and go to, in their own asset. */
    POINTS_ISSUE
}
