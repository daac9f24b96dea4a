package io.carat.core.bucket;

/** Why money moved. */
public enum PostingReason {
    DEPOSIT,
    BONUS_GRANT,
    STAKE,
    STAKE_TAKEN,
    STAKE_REFUND,
    PAYOUT,
    SWEEP,
    CONVERSION,
    BONUS_EXCESS,
    LOW_BALANCE_RESIDUE,
    WITHDRAWAL_HOLD,
    WITHDRAWAL_RELEASE,
    WITHDRAWAL_PAYMENT
}
