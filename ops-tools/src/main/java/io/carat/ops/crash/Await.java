package io.carat.ops.crash;

import io.carat.ops.client.CaratFailure;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, with a bound, for what others do on their own. */
final class Await {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /**
     * Asks until it holds.
     *
     * @param otherwise what to say when it does not in time
     * @throws CaratFailure when it does not in time
     */
    static void until(Duration limit, BooleanSupplier condition, String otherwise) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                throw new CaratFailure(otherwise + " after " + limit.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
