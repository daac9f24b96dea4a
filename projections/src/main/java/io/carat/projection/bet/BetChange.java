package io.carat.projection.bet;

import io.carat.core.bet.BetEvent;
import java.time.Instant;

/** An event of a bet and where it is: in its stream, in the global order, and in time. */
record BetChange(BetEvent event, long sequence, long position, Instant at) {

    String authorizationId() {
        return event.authorizationId();
    }

    /** Whether it is the first of its bet, or changes one that is there. */
    boolean opens() {
        return BetOpening.of(this).isPresent();
    }
}
