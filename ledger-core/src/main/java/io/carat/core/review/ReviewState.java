package io.carat.core.review;

import io.carat.core.review.ReviewEvent.ReviewClosed;
import io.carat.core.review.ReviewEvent.ReviewOpened;
import org.jspecify.annotations.Nullable;

/**
 * A review item as its events left it.
 *
 * @param closed null while it is open
 */
public record ReviewState(ReviewOpened opened, @Nullable ReviewClosed closed) {

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when the event cannot follow the state: the history is broken
     */
    public static ReviewState evolve(@Nullable ReviewState state, ReviewEvent event) {
        return switch (event) {
            case ReviewOpened opened when state == null -> new ReviewState(opened, null);
            case ReviewClosed closed
            when state != null && state.closed == null -> new ReviewState(state.opened, closed);
            case ReviewOpened impossible -> throw broken(state, impossible);
            case ReviewClosed impossible -> throw broken(state, impossible);
        };
    }

    private static IllegalStateException broken(@Nullable ReviewState state, ReviewEvent event) {
        return new IllegalStateException(event + " cannot follow " + state);
    }
}
