package io.carat.core.wallet;

/** Read a player's wallet in one currency from its aggregates, as one consistent whole. */
public record ReadWallet(String brandId, String playerId, String currency) {}
