package io.carat.core.session;

import io.carat.core.decision.LedgerEvent;
import java.time.Instant;

/** What happens to a game session. */
public sealed interface SessionEvent extends LedgerEvent {

    /** A token was handed out for a player at a provider. Its stream is named by the token's digest. */
    record GameSessionOpened(
            String sessionStreamId,
            String brandId,
            String playerId,
            String providerId,
            String currency,
            Instant expiresAt)
            implements SessionEvent {
        @Override
        public String streamId() {
            return sessionStreamId;
        }
    }
}
