package io.carat.core.model.reference;

/** Move money from one bucket of a wallet to another, in minor units. */
public record Transfer(String brand, String player, String currency, String from, String to, long amount)
        implements Step {}
