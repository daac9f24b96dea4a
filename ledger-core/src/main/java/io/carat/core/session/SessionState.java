package io.carat.core.session;

import io.carat.core.session.SessionEvent.GameSessionOpened;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A game session: its one event says all. */
public record SessionState(GameSessionOpened opened) {

    /** The stream of a token, from the token's digest in hex. */
    public static String streamId(String tokenDigest) {
        return "session:" + tokenDigest;
    }

    /** The state after the event. */
    public static SessionState evolve(@Nullable SessionState state, SessionEvent event) {
        if (state != null) {
            throw new IllegalStateException(event + " cannot follow " + state);
        }
        return switch (event) {
            case GameSessionOpened opened -> new SessionState(opened);
        };
    }

    /** Whether it is over: from the very instant of its end (rule book §0). */
    public boolean isExpired(Instant now) {
        return !now.isBefore(opened.expiresAt());
    }

    /** Whether it was opened for this player there. */
    public boolean isOf(String brandId, String playerId, String providerId) {
        return opened.brandId().equals(brandId)
                && opened.playerId().equals(playerId)
                && opened.providerId().equals(providerId);
    }
}
