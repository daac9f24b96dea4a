package io.carat.core.bonus;

import io.carat.core.bonus.BonusEvent.BonusCancelled;
import io.carat.core.bonus.BonusEvent.BonusGranted;
import org.jspecify.annotations.Nullable;

/** A bonus as its own events left it. */
public record BonusState(BonusGranted granted, boolean cancelled) {

    /**
     * The state after an event.
     *
     * @param state null before the first event
     * @throws IllegalStateException when the event cannot follow the state: the history is broken
     */
    public static BonusState evolve(@Nullable BonusState state, BonusEvent event) {
        return switch (event) {
            case BonusGranted granted when state == null -> new BonusState(granted, false);
            case BonusCancelled ignored when state != null && !state.cancelled -> new BonusState(state.granted, true);
            case BonusGranted impossible -> throw broken(state, impossible);
            case BonusCancelled impossible -> throw broken(state, impossible);
        };
    }

    private static IllegalStateException broken(@Nullable BonusState state, BonusEvent event) {
        return new IllegalStateException(event + " cannot follow " + state);
    }
}
