package io.carat.core.eventstore;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Hears of every command that has ended, on the command's thread, before its answer is delivered. */
@FunctionalInterface
public interface CommandListener {

    /** How a command ended. */
    enum Outcome {
        /** Answered, be it with a refusal as a value. */
        ANSWERED,
        /** Given up after conflicts. */
        CONFLICTED,
        /** Failed with another exception. */
        FAILED,
        /** Turned away before it was handled. */
        NOT_ACCEPTED
    }

    /**
     * A command has ended.
     *
     * @param commandName the class name of its payload
     * @param answer what the handler returned, null unless it was answered
     * @param attempts how often it was tried, 0 if it was turned away
     * @param duration from acceptance to the end, waits between attempts included
     */
    void ended(String commandName, Outcome outcome, @Nullable Object answer, int attempts, Duration duration);
}
