package io.carat.core.eventstore;

import io.carat.core.eventstore.chain.ChainedEvent;
import io.carat.core.eventstore.chain.StoredEvent;
import io.carat.core.eventstore.chain.StreamVersion;
import io.carat.core.eventstore.writer.Append;
import io.carat.core.eventstore.writer.AppendedRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * What a root unit of work has read, has locked and wants to append. Used by the thread of the unit of work only.
 */
final class StagedAppend {

    /** Its place among the resources of a root unit of work. */
    static final String KEY = StagedAppend.class.getName();

    private final Consumer<Append> check;
    private final boolean retry;
    private final Map<String, StreamVersion> read = new LinkedHashMap<>();
    private final Map<String, ManagedAggregate<?>> managed = new HashMap<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<StreamLocks.Held> locks = new ArrayList<>();
    private long onlyAfter = Append.ANYWHERE;

    /**
     * Nothing staged.
     *
     * @param check waits until an append without events is found to hold, or throws {@link ConcurrencyException}
     * @param retry whether the unit of work before it lost to another one
     */
    StagedAppend(Consumer<Append> check, boolean retry) {
        this.check = check;
        this.retry = retry;
    }

    /** Whether nothing may be assumed this time: only what is stored is decided on. */
    boolean isRetry() {
        return retry;
    }

    /**
     * Remembers at which version a stream was read.
     *
     * @throws ConcurrencyException if this unit of work has read the stream at another version
     */
    void recordRead(String streamId, StreamVersion version) {
        StreamVersion earlier = read.putIfAbsent(streamId, version);
        if (earlier != null && !earlier.equals(version)) {
            throw new ConcurrencyException("Stream %s was read at version %d and then at version %d"
                    .formatted(streamId, earlier.sequence(), version.sequence()));
        }
    }

    /** Whether the unit of work knows where a stream is. */
    boolean hasRead(String streamId) {
        return read.containsKey(streamId);
    }

    /** The aggregate that this unit of work has loaded, null if it has not. */
    @Nullable
    ManagedAggregate<?> managed(String streamId) {
        return managed.get(streamId);
    }

    void manage(String streamId, ManagedAggregate<?> aggregate) {
        managed.put(streamId, aggregate);
    }

    /** Nothing may come between the event at this position and what is staged. */
    void onlyAfter(long position) {
        onlyAfter = position;
    }

    void recordLock(StreamLocks.Held lock) {
        locks.add(lock);
    }

    void add(List<StoredEvent> more) {
        events.addAll(more);
    }

    boolean isEmpty() {
        return read.isEmpty() && events.isEmpty();
    }

    boolean hasEvents() {
        return !events.isEmpty();
    }

    /**
     * Everything staged, to be stored at once.
     *
     * @throws ConcurrencyException if the events of a stream do not follow the version at which it was read
     */
    Append toAppend() {
        Map<String, StreamVersion> last = new HashMap<>(read);
        List<ChainedEvent> chained = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            StreamVersion before = last.get(event.streamId());
            if (before == null || event.sequence() != before.sequence() + 1) {
                throw new ConcurrencyException("Event %d of stream %s cannot follow event %d"
                        .formatted(event.sequence(), event.streamId(), before == null ? -1 : before.sequence()));
            }
            ChainedEvent next = ChainedEvent.after(before.hash(), event);
            last.put(event.streamId(), next.version());
            chained.add(next);
        }
        return new Append(chained, read, onlyAfter);
    }

    /** The states that an append leaves, by stream: of the aggregates that were loaded to be changed. */
    Map<String, CachedState> statesAfter(Append append) {
        Map<String, CachedState> states = new HashMap<>();
        for (ChainedEvent event : append.events()) {
            ManagedAggregate<?> aggregate = managed.get(event.streamId());
            if (aggregate != null) {
                states.put(
                        event.streamId(),
                        new CachedState(event.version(), aggregate.root().state()));
            }
        }
        return states;
    }

    /** The streams whose states will be asked for again. */
    List<String> worthKeeping() {
        return managed.entrySet().stream()
                .filter(entry -> !entry.getValue().type().writeOnce())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Looks whether a handler has failed only because what it read was out of date: facts that do not fit together.
     *
     * @throws ConcurrencyException if so: it is to be tried again
     */
    void requireUpToDate(RuntimeException failure) {
        releaseLocks();
        try {
            check.accept(new Append(List.of(), read, Append.ANYWHERE));
        } catch (ConcurrencyException e) {
            e.addSuppressed(failure);
            throw e;
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** The snapshots to take now that an append is durable. */
    List<Snapshots.Taken> snapshotsDue(Append append, AppendedRange range) {
        Map<String, Snapshots.Taken> due = new HashMap<>();
        for (int i = append.events().size() - 1; i >= 0; i--) {
            ChainedEvent event = append.events().get(i);
            if (isDue(append, event) && !due.containsKey(event.streamId())) {
                snapshot(event, range.firstPosition() + i).ifPresent(taken -> due.put(event.streamId(), taken));
            }
        }
        return List.copyOf(due.values());
    }

    private static boolean isDue(Append append, ChainedEvent event) {
        StreamVersion before = append.expectedVersions().getOrDefault(event.streamId(), StreamVersion.NONE);
        return Snapshots.isDue(before.sequence(), event.version().sequence());
    }

    private Optional<Snapshots.Taken> snapshot(ChainedEvent event, long position) {
        ManagedAggregate<?> aggregate = managed.get(event.streamId());
        if (aggregate == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(aggregate.root().state())
                .map(state ->
                        new Snapshots.Taken(event.streamId(), aggregate.type(), event.version(), position, state));
    }

    /** Lets the next unit of work decide on top of this one. */
    void releaseLocks() {
        locks.reversed().forEach(StreamLocks.Held::release);
        locks.clear();
    }
}
