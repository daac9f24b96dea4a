package io.carat.core.access;

import io.carat.core.access.TokenEvent.TokenIssued;
import io.carat.core.access.TokenEvent.TokenRevoked;
import org.jspecify.annotations.Nullable;

/** A token as its events left it; those of the first start were issued without one. */
public record TokenState(boolean revoked) {

    /** The stream of a token. */
    public static String streamId(String tokenId) {
        return "token:" + tokenId;
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when the event cannot follow the state: the history is broken
     */
    public static TokenState evolve(@Nullable TokenState state, TokenEvent event) {
        return switch (event) {
            case TokenIssued ignored when state == null -> new TokenState(false);
            case TokenRevoked ignored when state == null || !state.revoked -> new TokenState(true);
            case TokenIssued impossible -> throw broken(state, impossible);
            case TokenRevoked impossible -> throw broken(state, impossible);
        };
    }

    private static IllegalStateException broken(@Nullable TokenState state, TokenEvent event) {
        return new IllegalStateException(event + " cannot follow " + state);
    }
}
