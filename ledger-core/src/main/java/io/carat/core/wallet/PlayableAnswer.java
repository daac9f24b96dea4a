package io.carat.core.wallet;

import io.carat.core.decision.Answer;

/** What a player may bet with, in minor units of this currency. */
public record PlayableAnswer(String currency, long amountMinor) implements Answer {

    /** ISO 4217's code of no currency: of a wallet that was never opened, asked for without one. */
    public static final String NO_CURRENCY = "XXX";
}
