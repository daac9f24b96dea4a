package io.carat.projection.simulation;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.claim.ClaimEvent.RequestRefused;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.simulation.PastDecision;
import io.carat.projection.EventPosition;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The bets that were decided in a period, from the log of an event store, whichever it is. */
public final class DecisionLog {

    /** A log that shows no further event for this long has ended, before the position that was asked for. */
    private static final int END_OF_LOG_SECONDS = 5;

    private static final Set<Class<?>> DECISIONS = Set.of(BetAuthorized.class, RequestRefused.class);

    private final StreamableMessageSource<TrackedEventMessage<?>> log;

    /** Reads this event store. */
    public DecisionLog(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    /**
     * Hands over the decisions that were stored from one instant to before another, until the reader has enough.
     *
     * @param reader takes a decision and says whether it wants more
     * @return whether the period was read to its end
     */
    public boolean read(Instant from, Instant to, Predicate<PastDecision> reader) {
        // the end first: what is stored between the two looks is then in no period
        long end = position(log.createTokenAt(to));
        TrackingToken start = log.createTokenAt(from);
        long position = position(start);
        try (BlockingStream<TrackedEventMessage<?>> events = log.openStream(start)) {
            while (position < end && events.hasNextAvailable(END_OF_LOG_SECONDS, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> message = events.nextAvailable();
                position = EventPosition.of(message.trackingToken());
                if (position <= end && !decision(message).map(reader::test).orElse(true)) {
                    return false;
                }
            }
            return position >= end;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the event log", e);
        }
    }

    // the type is known without reading the payload, and most events are none of these
    private static Optional<PastDecision> decision(TrackedEventMessage<?> message) {
        return DECISIONS.contains(message.getPayloadType())
                ? PastDecision.of((LedgerEvent) message.getPayload())
                : Optional.empty();
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : EventPosition.of(token);
    }
}
