package io.carat.api.processor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** A log that a test writes; a payload is an event. */
final class ListedEvents implements BlockingStream<TrackedEventMessage<?>> {

    private final Deque<TrackedEventMessage<?>> events = new ArrayDeque<>();
    private long position;
    private @Nullable Runnable callback;
    private boolean closed;

    /** Adds events and wakes the reader, as an append does. */
    void append(Object... payloads) {
        for (Object payload : payloads) {
            events.add(new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(++position), GenericEventMessage.asEventMessage(payload)));
        }
        if (callback != null) {
            callback.run();
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(events.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
        return !events.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
        return events.remove();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable whenAvailable) {
        callback = whenAvailable;
        return true;
    }

    @Override
    public void close() {
        closed = true;
    }
}
