package io.carat.ops.fake;

/** A rule that the fake server breaks. */
public enum Fault {
    NONE,
    UNKNOWN_TOKEN,
    NO_REPLAY_HEADER,
    MISMATCH_ACCEPTED,
    NEVER_ACTIVE,
    PAYOUT_ONE_SHORT,
    PAYOUT_NOT_CREDITED,
    NO_SWEEP,
    LEDGER_TIP_OFF,
    LEDGER_ROW_MISSING,
    CONNECTION_LOST_ONCE,
    OVERDRAFT_ALLOWED
}
