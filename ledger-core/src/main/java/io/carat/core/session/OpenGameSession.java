package io.carat.core.session;

import java.time.Instant;

/**
 * Hand a token out for a player at a provider.
 *
 * @param tokenDigest the token's SHA-256 in hex; the token itself is never kept
 * @param expiresAt from then on it opens no more bets
 */
public record OpenGameSession(
        String brandId, String playerId, String currency, String providerId, String tokenDigest, Instant expiresAt) {}
