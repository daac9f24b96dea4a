package io.carat.core.wallet;

import io.carat.core.decision.Answer;

/** What a player may bet with, in minor units of this currency. */
public record PlayableAnswer(String currency, long amountMinor) implements Answer {}
