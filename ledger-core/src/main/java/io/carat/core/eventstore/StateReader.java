package io.carat.core.eventstore;

import static org.axonframework.eventsourcing.EventStreamUtils.upcastAndDeserializeDomainEvents;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.eventstore.names.StableNameSerializer;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds states from what is stored: the newest snapshot of their shape and the events since. */
final class StateReader {

    private static final Logger log = LoggerFactory.getLogger(StateReader.class);

    private final EventLogReader reader;
    private final StableNameSerializer serializer;
    private final EventUpcaster upcaster;
    private final SnapshotForm snapshots;

    StateReader(
            EventLogReader reader, StableNameSerializer serializer, EventUpcaster upcaster, SnapshotForm snapshots) {
        this.reader = reader;
        this.serializer = serializer;
        this.upcaster = upcaster;
        this.snapshots = snapshots;
    }

    /** The state of a stream, {@link CachedState#ABSENT} if it does not exist. */
    <A extends LedgerAggregate<?>> CachedState read(String streamId, AggregateType<A> type) {
        Optional<StreamExtent> extent = reader.extent(streamId);
        return extent.isEmpty() ? CachedState.ABSENT : read(streamId, extent.get(), type);
    }

    private <A extends LedgerAggregate<?>> CachedState read(
            String streamId, StreamExtent extent, AggregateType<A> type) {
        Optional<UsableSnapshot> snapshot = extent.version().sequence() < Snapshots.EVERY
                ? Optional.empty()
                : usableSnapshot(streamId, extent, type);
        A root = type.rootOf(streamId, snapshot.map(UsableSnapshot::state).orElse(null));
        long first = snapshot.map(stored -> stored.sequence() + 1).orElse(0L);
        long from = snapshot.map(UsableSnapshot::position).orElse(extent.firstPosition());
        replay(root, reader.readStream(streamId, first, from, extent));
        return new CachedState(extent.version(), root.state());
    }

    private record UsableSnapshot(long sequence, long position, Object state) {}

    // A snapshot ahead of the extent was taken after it was read. One that cannot be read is done without.
    private Optional<UsableSnapshot> usableSnapshot(String streamId, StreamExtent extent, AggregateType<?> type) {
        Optional<StoredSnapshot> stored = reader.snapshot(streamId, type.stateRevision())
                .filter(found -> found.version().sequence() <= extent.version().sequence());
        try {
            return stored.map(found -> new UsableSnapshot(
                    found.version().sequence(), found.position(), snapshots.read(found.payload(), type)));
        } catch (SerializationException e) {
            log.warn("The snapshot of {} is passed over, its events are read instead", streamId, e);
            return Optional.empty();
        }
    }

    private void replay(LedgerAggregate<?> root, List<TrackedDomainEventData<String>> events) {
        upcastAndDeserializeDomainEvents(events.stream(), serializer, upcaster)
                .forEachRemaining(event -> root.replay((LedgerEvent) event.getPayload()));
    }
}
