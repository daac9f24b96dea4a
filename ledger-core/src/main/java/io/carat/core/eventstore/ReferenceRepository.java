package io.carat.core.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * Reads shared configuration (topologies, policies, games) without locking it, so that every command may read it at
 * once. What was read is checked when the unit of work commits: if it has changed meanwhile, on any node, the command
 * conflicts, and its retry reads afresh.
 *
 * <p>The instances are shared by all threads: they are read, never changed.
 *
 * @param <T> the class of the aggregate root
 */
public final class ReferenceRepository<T> {

    /** Instances kept in memory. */
    public static final int MAX_CACHED = 10_000;

    private final LedgerEventStore eventStore;
    private final AggregateModel<T> model;
    private final GenericAggregateFactory<T> factory;
    private final Map<String, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Creates a repository.
     *
     * @throws IllegalArgumentException if the class declares no permanent type name
     */
    public ReferenceRepository(LedgerEventStore eventStore, Class<T> aggregateType) {
        this.eventStore = eventStore;
        this.model = AnnotatedAggregateMetaModelFactory.inspectAggregate(aggregateType);
        this.factory = new GenericAggregateFactory<>(model);
        AggregateTypes.requireStableName(model, aggregateType);
        eventStore.engine().onStreamsMoved(streamIds -> streamIds.forEach(this::evict));
    }

    /**
     * The current instance.
     *
     * @throws AggregateNotFoundException if it does not exist
     */
    public T read(String id) {
        return find(id).orElseThrow(() -> new AggregateNotFoundException(id, "There is no " + model.type() + " " + id));
    }

    /** The current instance, empty if it does not exist. Either answer is checked when the unit of work commits. */
    public Optional<T> find(String id) {
        Optional<Loaded<T>> loaded = slotOf(id).load();
        if (loaded.isEmpty()) {
            evict(id); // absence is not remembered: another node may end it
        }
        if (CurrentUnitOfWork.isStarted()) {
            record(CurrentUnitOfWork.get(), id, loaded.map(Loaded::version).orElse(Append.NO_STREAM));
        }
        return loaded.map(Loaded::root);
    }

    private void record(UnitOfWork<?> unitOfWork, String id, long version) {
        unitOfWork.root().onRollback(failed -> evict(id));
        StagedAppend.of(unitOfWork).recordRead(id, version);
    }

    private Slot slotOf(String id) {
        synchronized (slots) {
            Slot slot = slots.computeIfAbsent(id, Slot::new);
            if (slots.size() > MAX_CACHED) {
                slots.remove(slots.keySet().iterator().next());
            }
            return slot;
        }
    }

    private void evict(String id) {
        synchronized (slots) {
            slots.remove(id);
        }
    }

    private record Loaded<T>(T root, long version) {}

    /** A place in the cache. An eviction during the load detaches it, so that a stale result is never kept. */
    private final class Slot {

        private final String id;
        private Optional<Loaded<T>> loaded = Optional.empty();

        Slot(String id) {
            this.id = id;
        }

        synchronized Optional<Loaded<T>> load() {
            if (loaded.isEmpty()) {
                loaded = rebuild(id);
            }
            return loaded;
        }
    }

    private Optional<Loaded<T>> rebuild(String id) {
        DomainEventStream events = eventStore.engine().readEvents(id, 0);
        if (!events.hasNext()) {
            return Optional.empty();
        }
        EventSourcedAggregate<T> aggregate = EventSourcedAggregate.initialize(
                factory.createAggregateRoot(id, events.peek()),
                model,
                eventStore,
                NoSnapshotTriggerDefinition.INSTANCE.prepareTrigger(model.entityClass()));
        aggregate.initializeState(events);
        return Optional.of(new Loaded<>(aggregate.getAggregateRoot(), aggregate.version()));
    }
}
