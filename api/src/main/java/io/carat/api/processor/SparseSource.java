package io.carat.api.processor;

import java.time.Instant;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log for a processor that handles some kinds of events only. A processor schedules, transacts and counts for every
 * event that it is given, so the others are left out, but for one now and then that moves its token on.
 */
public final class SparseSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Predicate<? super TrackedEventMessage<?>> handled;

    /** Leaves out of a log what is not handled. */
    public SparseSource(
            StreamableMessageSource<TrackedEventMessage<?>> log, Predicate<? super TrackedEventMessage<?>> handled) {
        this.log = log;
        this.handled = handled;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new SparseStream(log.openStream(token), handled);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return log.createTokenAt(instant);
    }
}
