package io.carat.core.win;

import io.carat.core.win.WinEvent.WinRecorded;
import org.jspecify.annotations.Nullable;

/** A win without a bet as its event left it. */
public record WinState(WinRecorded recorded) {

    /** The state after an event. */
    public static WinState evolve(@Nullable WinState state, WinEvent event) {
        return switch (event) {
            case WinRecorded recorded when state == null -> new WinState(recorded);
            case WinRecorded again -> throw new IllegalStateException("Recorded twice: " + again.winId());
        };
    }
}
