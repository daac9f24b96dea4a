package io.carat.api.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The events of the stand-in. Positions are 0, 1, 2, … */
final class StandInLog {

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final List<Event> events = new ArrayList<>();
    private final Map<String, Long> heads = new HashMap<>();

    /**
     * Stores a transaction, all or nothing.
     *
     * @throws StatusRuntimeException AXONIQ-2000 if an event does not follow its stream's last one
     */
    synchronized void append(List<Event> transaction) {
        Map<String, Long> moved = new HashMap<>();
        for (Event event : transaction) {
            String stream = event.getAggregateIdentifier();
            long expected = moved.getOrDefault(stream, highestSequence(stream)) + 1;
            if (event.getAggregateSequenceNumber() != expected) {
                throw invalidSequence(event, expected);
            }
            moved.put(stream, expected);
        }
        heads.putAll(moved);
        events.addAll(transaction);
        notifyAll();
    }

    private static StatusRuntimeException invalidSequence(Event event, long expected) {
        Metadata trailers = new Metadata();
        trailers.put(CODE, "AXONIQ-2000");
        return Status.OUT_OF_RANGE
                .withDescription("[AXONIQ-2000] Invalid sequence number " + event.getAggregateSequenceNumber()
                        + " for aggregate " + event.getAggregateIdentifier() + ", expected " + expected)
                .asRuntimeException(trailers);
    }

    /** The last sequence of a stream, -1 if there is none. */
    synchronized long highestSequence(String stream) {
        return heads.getOrDefault(stream, -1L);
    }

    synchronized List<Event> stream(String stream, long firstSequence) {
        return events.stream()
                .filter(event -> event.getAggregateIdentifier().equals(stream)
                        && event.getAggregateSequenceNumber() >= firstSequence)
                .toList();
    }

    /** The position of the last event, -1 if there is none. */
    synchronized long lastToken() {
        return events.size() - 1L;
    }

    /** The position of the first event at or after a time in milliseconds, else of the last event. */
    synchronized long tokenAt(long millis) {
        for (int token = 0; token < events.size(); token++) {
            if (events.get(token).getTimestamp() >= millis) {
                return token;
            }
        }
        return lastToken();
    }

    /** Waits until an event is at a position and the reader may have it; fails when it has gone. */
    synchronized EventWithToken await(long token, BooleanSupplier permitted, BooleanSupplier gone)
            throws InterruptedException {
        while (events.size() <= token || !permitted.getAsBoolean()) {
            if (gone.getAsBoolean()) {
                throw new InterruptedException("The reader has gone");
            }
            wait();
        }
        return EventWithToken.newBuilder()
                .setToken(token)
                .setEvent(events.get((int) token))
                .build();
    }

    /** Lets the readers look again. */
    synchronized void wake() {
        notifyAll();
    }
}
