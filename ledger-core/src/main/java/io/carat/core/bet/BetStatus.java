package io.carat.core.bet;

/** The states of a bet (rule book §3). */
public enum BetStatus {
    AUTHORIZED,
    PARTIALLY_SETTLED,
    SETTLED,
    ROLLED_BACK,
    VOIDED,
    /** Rolled back before it came: the bet itself will be refused. */
    TOMBSTONED
}
