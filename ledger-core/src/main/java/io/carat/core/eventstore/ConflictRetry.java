package io.carat.core.eventstore;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** When a command that lost to another one is tried again, and after which pause. */
final class ConflictRetry {

    /** Attempts of one command, the first one included. */
    static final int MAX_ATTEMPTS = 8;

    private static final long FIRST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private ConflictRetry() {}

    static boolean isConflict(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof DeadlockException;
    }

    /** A random pause below a bound that doubles with each attempt. */
    static Duration pauseAfter(int attempt) {
        long bound = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << attempt);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound + 1));
    }
}
