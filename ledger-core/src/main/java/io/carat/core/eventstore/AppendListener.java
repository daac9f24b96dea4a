package io.carat.core.eventstore;

import java.time.Duration;

/** Hears of every append that is durable, on the thread that made it. */
@FunctionalInterface
public interface AppendListener {

    /**
     * Events have been stored.
     *
     * @param events how many
     * @param duration from its submission until it was durable
     */
    void appended(int events, Duration duration);
}
