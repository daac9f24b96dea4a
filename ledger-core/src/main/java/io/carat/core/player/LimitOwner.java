package io.carat.core.player;

import java.time.Duration;

/** Who set a limit. Limits of both hold side by side: the stricter one decides. */
public enum LimitOwner {
    /** The player: looser only after a day, so that nobody raises a limit in the heat of the moment. */
    PLAYER(Duration.ofHours(24)),
    /** The brand's staff: whatever they set holds at once. */
    STAFF(Duration.ZERO);

    private final Duration coolingOff;

    LimitOwner(Duration coolingOff) {
        this.coolingOff = coolingOff;
    }

    /** How long a looser limit waits. */
    public Duration coolingOff() {
        return coolingOff;
    }
}
