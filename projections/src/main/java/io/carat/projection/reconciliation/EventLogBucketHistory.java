package io.carat.projection.reconciliation;

import io.carat.core.bet.BetEvent;
import io.carat.core.bucket.BucketEvent;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.decision.LedgerEvent;
import io.carat.projection.EventPosition;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Reads the whole log of an event store, whichever it is. */
public final class EventLogBucketHistory implements BucketHistory {

    /** A log that shows no further event for this long has ended, before the position that was asked for. */
    private static final int END_OF_LOG_SECONDS = 5;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    /** Reads this event store. */
    public EventLogBucketHistory(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    @Override
    public void replay(long upToPosition, Consumer<LedgerEvent> reader) {
        try (BlockingStream<TrackedEventMessage<?>> events = log.openStream(null)) {
            long position = 0;
            while (position < upToPosition && events.hasNextAvailable(END_OF_LOG_SECONDS, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> message = events.nextAvailable();
                position = EventPosition.of(message.trackingToken());
                if (position <= upToPosition && isOfMoney(message.getPayload())) {
                    reader.accept((LedgerEvent) message.getPayload());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the event log", e);
        }
    }

    private static boolean isOfMoney(Object payload) {
        return payload instanceof BucketEvent || payload instanceof CouponEvent || payload instanceof BetEvent;
    }
}
