package io.carat.core.control;

/** Read what stands between a player and new business, and what the player has in every currency. */
public record ReadPlayer(String brandId, String playerId) {}
