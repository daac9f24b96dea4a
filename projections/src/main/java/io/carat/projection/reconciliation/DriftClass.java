package io.carat.projection.reconciliation;

/** What kind of disagreement was found (rule book §10). */
public enum DriftClass {
    /** A balance row is not what the ledger adds up to, or not what the ledger's tip says. */
    BALANCE_LEDGER,
    /** The ledger is not what a replay of the events gives. */
    LEDGER_EVENT,
    /** A ledger row is missing, or does not begin where the one before ended. */
    CHAIN_GAP,
    /** A journal's rows do not net to zero. */
    UNBALANCED,
    /** The hold accounts have more for a bucket than the bucket has held. */
    HOLD_ORPHAN,
    /** The hold accounts have less for a bucket than the bucket has held. */
    HOLD_MISSING,
    /** The lots of a POINTS bucket are not its balance, or not what a replay of the events gives. */
    POINTS_LOT,
    /** A coupon grant's parts do not add up to its face, are not what its tip says, or do not fit its open bets. */
    COUPON_TIP,
    /** Available or held is below zero. */
    NEGATIVE
}
