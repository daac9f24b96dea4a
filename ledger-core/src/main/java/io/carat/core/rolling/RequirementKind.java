package io.carat.core.rolling;

/** What a requirement was created for. */
public enum RequirementKind {
    DEPOSIT,
    BONUS,
    /** A deposit and the bonus that was granted on it, wagered together. */
    DEPOSIT_BONUS,
    /** The payout of a WITHDRAWABLE leg that went to NORMAL. */
    TO_NORMAL,
    /** What a campaign paid to NORMAL. */
    COUPON,
    /** What a transfer of points credited. */
    POINTS,
    /** What was released by a bet that no longer counts. */
    CORRECTION
}
