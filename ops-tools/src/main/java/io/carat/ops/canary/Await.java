package io.carat.ops.canary;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits, with a bound, for what the server does on its own. */
final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /** Asks until there is something; fails with the line when there is not in time. */
    static <T> T present(Supplier<Optional<T>> question, String otherwise) {
        long end = System.nanoTime() + LIMIT.toNanos();
        Optional<T> found = question.get();
        while (found.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            found = question.get();
        }
        return found.orElseThrow(() -> new CheckFailed(otherwise + " within " + LIMIT.toSeconds() + " s"));
    }
}
