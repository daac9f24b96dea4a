package io.carat.core.bucket;

/** Why money moved. */
public enum PostingReason {
    DEPOSIT,
    /** From one NORMAL bucket to another, with its rolling. */
    TRANSFER,
    BONUS_GRANT,
    STAKE,
    STAKE_TAKEN,
    STAKE_REFUND,
    PAYOUT,
    CASH_OUT,
    CORRECTION,
    RECEIVABLE_OPENED,
    RECEIVABLE_RECOVERY,
    RECEIVABLE_CANCELLED,
    SWEEP,
    CONVERSION,
    BONUS_EXCESS,
    BONUS_FORFEIT,
    LOW_BALANCE_RESIDUE,
    WITHDRAWAL_HOLD,
    WITHDRAWAL_RELEASE,
    WITHDRAWAL_PAYMENT,
    POINTS_CREDIT,
    POINTS_TRANSFER,
    POINTS_EXPIRY,
    POINTS_RESTORE
}
