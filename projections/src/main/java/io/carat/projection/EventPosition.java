package io.carat.projection;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;

/** Where an event is in the global order. */
public final class EventPosition {

    private EventPosition() {}

    /**
     * The global position of the event that this token came with, also during a replay.
     *
     * @throws IllegalArgumentException if the token says nothing of a position
     */
    public static long of(TrackingToken token) {
        return WrappedToken.unwrapLowerBound(token)
                .position()
                .orElseThrow(() -> new IllegalArgumentException("No position in " + token));
    }
}
