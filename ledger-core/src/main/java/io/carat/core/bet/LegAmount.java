package io.carat.core.bet;

/** An amount of one leg, in minor units. */
public record LegAmount(int leg, long amountMinor) {}
