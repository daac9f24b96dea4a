package io.carat.ops.crash;

import io.carat.ops.client.CaratFailure;
import java.time.Duration;
import java.util.List;

/**
 * Whether a node has signed where the log ends. The kill may have come before it could, but nodes go on signing.
 *
 * @param within how long they may take
 */
record EndSigned(Duration within) implements LogCheck {

    @Override
    public String name() {
        return "the end of the log is signed";
    }

    @Override
    public List<String> faults(LogUnderTest log) {
        try {
            Await.until(
                    within,
                    () -> log.lastSignedPosition() == log.lastPosition(),
                    "the last head is not that of the last event");
            return List.of();
        } catch (CaratFailure e) {
            return List.of(
                    e.getMessage() + ": position " + log.lastSignedPosition() + " instead of " + log.lastPosition());
        }
    }
}
