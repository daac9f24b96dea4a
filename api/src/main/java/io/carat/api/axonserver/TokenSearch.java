package io.carat.api.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.carat.api.failure.StoreUnreachableException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Looks for one event in the log, from shortly before its time on. */
final class TokenSearch {

    /** How far the clocks of nodes may be apart, and how long an event may wait for its append. */
    static final Duration MARGIN = Duration.ofSeconds(2);

    /** Events looked at before the search is given up. */
    static final int MAX_EVENTS = 50_000;

    private static final int BUFFER_EVENTS = 1_000;

    private final EventChannel channel;
    private final Duration timeout;

    TokenSearch(EventChannel channel, Duration timeout) {
        this.channel = channel;
        this.timeout = timeout;
    }

    /**
     * The position of an event; empty if it is not among those that follow its time.
     *
     * @throws StoreUnreachableException if Axon Server does not answer
     */
    OptionalLong find(String eventId, Instant timestamp) {
        long near =
                EventTokens.answer(channel.getTokenAt(timestamp.minus(MARGIN).toEpochMilli()), timeout);
        try (EventStream stream = channel.openStream(Math.max(0, near) - 1, BUFFER_EVENTS)) {
            for (int seen = 0; seen < MAX_EVENTS; seen++) {
                EventWithToken next = stream.nextIfAvailable(timeout.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    return OptionalLong.empty();
                }
                if (next.getEvent().getMessageIdentifier().equals(eventId)) {
                    return OptionalLong.of(next.getToken());
                }
            }
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnreachableException(e);
        }
    }
}
