package io.carat.core.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;

/** What a root unit of work has read and wants to append. Used by the thread of the unit of work only. */
final class StagedAppend {

    private static final String KEY = StagedAppend.class.getName();

    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, Long> readVersions = new HashMap<>();

    /** The one of the root of a unit of work. */
    static StagedAppend of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(KEY, key -> new StagedAppend());
    }

    /**
     * Remembers at which version a stream was read, {@link Append#NO_STREAM} if it did not exist.
     *
     * @throws ConcurrencyException if this unit of work has read the stream at another version
     */
    void recordRead(String streamId, long version) {
        Long earlier = readVersions.putIfAbsent(streamId, version);
        if (earlier != null && earlier != version) {
            throw new ConcurrencyException(
                    "Stream %s was read at version %d and then at version %d".formatted(streamId, earlier, version));
        }
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    void add(List<StoredEvent> more) {
        events.addAll(more);
    }

    /**
     * Everything staged, to be stored at once.
     *
     * @throws ConcurrencyException if the events of a stream do not follow the version at which it was read
     */
    Append toAppend() {
        Map<String, Long> expected = new LinkedHashMap<>(readVersions);
        Map<String, Long> last = new HashMap<>();
        for (StoredEvent event : events) {
            expected.putIfAbsent(event.streamId(), event.sequence() - 1);
            long before = last.getOrDefault(event.streamId(), expected.get(event.streamId()));
            if (event.sequence() != before + 1) {
                throw new ConcurrencyException("Event %d of stream %s cannot follow event %d"
                        .formatted(event.sequence(), event.streamId(), before));
            }
            last.put(event.streamId(), event.sequence());
        }
        return new Append(events, expected);
    }
}
