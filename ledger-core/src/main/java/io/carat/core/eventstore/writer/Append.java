package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.ChainedEvent;
import io.carat.core.eventstore.chain.StreamVersion;
import java.util.List;
import java.util.Map;

/**
 * What one unit of work wants stored, all or nothing, and on which ground.
 *
 * @param events in order; none if the unit of work only wants to know that what it read still holds
 * @param expectedVersions where each stream must still be: those written and those only read
 * @param onlyAfter the position that its first event must follow without a gap, or {@link #ANYWHERE}
 */
public record Append(List<ChainedEvent> events, Map<String, StreamVersion> expectedVersions, long onlyAfter) {

    /** Its events may come after whatever is in the log. */
    public static final long ANYWHERE = -1;

    public Append {
        events = List.copyOf(events);
        expectedVersions = Map.copyOf(expectedVersions);
    }

    /** Whether the first event of a stream is among its events. */
    boolean creates(String streamId) {
        for (ChainedEvent event : events) {
            if (event.version().sequence() == 0 && event.streamId().equals(streamId)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it stores nothing and only asks whether what was read still holds. */
    public boolean isCheckOnly() {
        return events.isEmpty();
    }
}
