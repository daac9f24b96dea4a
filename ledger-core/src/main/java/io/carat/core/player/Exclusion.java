package io.carat.core.player;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A player's own wish not to play (rule book, Words: blocked). It ends by itself, and nobody ends it earlier.
 *
 * @param until the first moment at which it no longer holds; null for ever
 */
public record Exclusion(@Nullable Instant until) {

    /** Whether it holds: over when now >= until. */
    public boolean isInForce(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** Whether this one lasts as long as the other, or longer. */
    public boolean outlasts(Exclusion other) {
        return until == null || (other.until != null && !other.until.isAfter(until));
    }
}
