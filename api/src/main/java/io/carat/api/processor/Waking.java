package io.carat.api.processor;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Wakes a reader of the log a fixed while after it is told to, once for all that it is told in between. */
final class Waking {

    private final Executor later;
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile @Nullable Runnable reader;

    Waking(Duration after) {
        this.later = CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS, Runnable::run);
    }

    /** Wakes this reader from now on; nobody if it is null. */
    void reader(@Nullable Runnable woken) {
        reader = woken;
    }

    /** Wakes the reader later, unless it is going to be woken already. */
    void plan() {
        if (reader != null && planned.compareAndSet(false, true)) {
            later.execute(this::wake);
        }
    }

    private void wake() {
        planned.set(false);
        Runnable current = reader;
        if (current != null) {
            current.run();
        }
    }
}
