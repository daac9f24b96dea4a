package io.carat.core.bet;

/** What a provider says a bet came to (the contract's {@code outcome}). */
public enum BetResult {
    WIN,
    LOSE,
    JACKPOT,
    /** The open stake is given back. */
    PUSH,
    /** Half of the open stake, rounded up, is given back and the rest is lost. */
    HALF_VOID
}
