package io.carat.api.axonserver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads shared configuration (topologies, policies, games) without locking it. Each read asks Axon Server for the version and
 * reads the events only when the one in memory is older, so that a change on another node is seen by the next command.
 *
 * <p>The instances are shared by all threads: they are read, never changed.
 *
 * @param <T> the class of the aggregate root
 */
final class ReferenceReader<T> {

    /** Instances kept in memory. */
    static final int MAX_CACHED = 10_000;

    private final EventStore store;
    private final AggregateModel<T> model;
    private final GenericAggregateFactory<T> factory;
    private final Map<String, Loaded<T>> cache = new LinkedHashMap<>(16, 0.75f, true);

    ReferenceReader(EventStore store, Class<T> type) {
        this.store = store;
        this.model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type);
        this.factory = new GenericAggregateFactory<>(model);
    }

    private record Loaded<T>(T root, long version) {}

    /** The instance as it is now, empty if it does not exist. */
    Optional<T> find(String id) {
        long version = store.lastSequenceNumberFor(id).orElse(-1L);
        if (version < 0) {
            return Optional.empty();
        }
        Loaded<T> cached = cached(id);
        if (cached == null || cached.version() < version) {
            cached = rebuild(id);
            keep(id, cached);
        }
        return Optional.of(cached.root());
    }

    private @Nullable Loaded<T> cached(String id) {
        synchronized (cache) {
            return cache.get(id);
        }
    }

    private void keep(String id, Loaded<T> loaded) {
        synchronized (cache) {
            cache.merge(id, loaded, (one, other) -> one.version() > other.version() ? one : other);
            if (cache.size() > MAX_CACHED) {
                cache.remove(cache.keySet().iterator().next());
            }
        }
    }

    private Loaded<T> rebuild(String id) {
        DomainEventStream events = store.readEvents(id);
        EventSourcedAggregate<T> aggregate = EventSourcedAggregate.initialize(
                factory.createAggregateRoot(id, events.peek()),
                model,
                store,
                NoSnapshotTriggerDefinition.INSTANCE.prepareTrigger(model.entityClass()));
        aggregate.initializeState(events);
        return new Loaded<>(aggregate.getAggregateRoot(), aggregate.version());
    }
}
