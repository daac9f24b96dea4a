package io.carat.core.eventstore;

import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * What one unit of work wants stored, all or nothing.
 *
 * @param events in order, at least one; the events of a stream have consecutive sequences
 * @param expectedVersions last sequence that each stream must still have when the append is made, -1 for a stream that
 *     must not exist: of the streams written and of those only read
 */
record Append(List<StoredEvent> events, Map<String, Long> expectedVersions) {

    /** The version of a stream that does not exist. */
    static final long NO_STREAM = -1;

    Append {
        events = List.copyOf(events);
        expectedVersions = Map.copyOf(expectedVersions);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("An append has at least one event");
        }
    }

    /**
     * Compares with the versions that streams have now.
     *
     * @param versions by stream; a missing stream does not exist
     * @throws ConcurrencyException if a stream is not where it was when it was read
     */
    void requireVersions(Map<String, Long> versions) {
        expectedVersions.forEach((streamId, expected) -> {
            long actual = versions.getOrDefault(streamId, NO_STREAM);
            if (actual != expected) {
                throw new ConcurrencyException("Stream %s was at version %d when it was read and is at %d now"
                        .formatted(streamId, expected, actual));
            }
        });
    }
}
