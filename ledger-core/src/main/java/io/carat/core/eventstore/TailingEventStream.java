package io.carat.core.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The log from a position on, without an end. Reads pages by plain position: a position that can be seen has no
 * uncommitted one before it. Used by one thread at a time.
 */
final class TailingEventStream implements BlockingStream<TrackedEventMessage<?>> {

    private final LongFunction<LogPage> pageAfter;
    private final LogTail tail;
    private final Runnable onMoved = this::wake;
    private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private long position;
    private volatile @Nullable Runnable callback;

    TailingEventStream(long position, LongFunction<LogPage> pageAfter, LogTail tail) {
        this.position = position;
        this.pageAfter = pageAfter;
        this.tail = tail;
        tail.join(onMoved);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(page.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        fill();
        if (page.isEmpty() && timeout > 0 && tail.awaitBeyond(position, timeout, unit)) {
            fill();
        }
        return !page.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return page.remove();
    }

    private void fill() {
        boolean moved = true;
        while (moved && page.isEmpty() && tail.position() > position) {
            LogPage next = pageAfter.apply(position);
            page.addAll(next.events());
            moved = next.lastPosition() > position;
            position = next.lastPosition();
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable whenAvailable) {
        callback = whenAvailable;
        return true;
    }

    private void wake() {
        Runnable current = callback;
        if (current != null) {
            current.run();
        }
    }

    @Override
    public void close() {
        callback = null;
        tail.leave(onMoved);
    }
}
