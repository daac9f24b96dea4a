package io.carat.core.wallet;

import org.jspecify.annotations.Nullable;

/**
 * Read what a player may bet with.
 *
 * @param currency null: that of the session, else the first that the player was ever credited in, by the brand's order
 * @param gameId null: any game
 * @param tokenDigest the digest of a game session's token, for its currency alone; null when none came along
 */
public record ReadPlayable(
        String brandId,
        String playerId,
        String providerId,
        @Nullable String currency,
        @Nullable String gameId,
        @Nullable String tokenDigest) {}
