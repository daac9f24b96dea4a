package io.carat.api.processor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A stream without the events that are not handled. One of them is given all the same when none was for
 * {@link #TOKEN_PAUSE}, so that the processor's token moves on and reaches the end of the log. Used by one thread at a
 * time, like the stream that it reads.
 */
final class SparseStream implements BlockingStream<TrackedEventMessage<?>> {

    /** How long a token may stand still before events that nobody handles. */
    static final Duration TOKEN_PAUSE = Duration.ofMillis(100);

    /** How long events of several appends are waited for: a reader finds many at a time rather than a few. */
    static final Duration GATHERING = Duration.ofMillis(10);

    private final BlockingStream<TrackedEventMessage<?>> log;
    private final Predicate<? super TrackedEventMessage<?>> handled;
    private final Waking appended = new Waking(GATHERING);
    private final Waking held = new Waking(TOKEN_PAUSE);
    private @Nullable TrackedEventMessage<?> next;
    private boolean nextIsHandled;
    private long lastGiven = System.nanoTime() - TOKEN_PAUSE.toNanos();

    SparseStream(BlockingStream<TrackedEventMessage<?>> log, Predicate<? super TrackedEventMessage<?>> handled) {
        this.log = log;
        this.handled = handled;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        advance();
        return isDue() ? Optional.ofNullable(next) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        advance();
        while (!isDue() && System.nanoTime() < deadline) {
            int pause = (int) Math.min(TOKEN_PAUSE.toNanos(), Math.max(1, deadline - System.nanoTime()));
            log.hasNextAvailable(pause, TimeUnit.NANOSECONDS);
            advance();
        }
        return isDue();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        TrackedEventMessage<?> given = next;
        if (given == null) {
            throw new IllegalStateException("An event is due and is not there");
        }
        next = null;
        lastGiven = System.nanoTime();
        return given;
    }

    /** Goes on to an event that is due, or to the last one that there is. */
    private void advance() {
        while (!isDue() && log.hasNextAvailable()) {
            take();
        }
        if (next != null && !isDue()) {
            held.plan();
        }
    }

    private void take() {
        try {
            TrackedEventMessage<?> taken = log.nextAvailable();
            next = taken;
            nextIsHandled = handled.test(taken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDue() {
        return next != null && (nextIsHandled || System.nanoTime() - lastGiven >= TOKEN_PAUSE.toNanos());
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        held.reader(callback);
        appended.reader(callback);
        return log.setOnAvailableCallback(appended::plan);
    }

    @Override
    public void close() {
        held.reader(null);
        appended.reader(null);
        log.close();
    }
}
