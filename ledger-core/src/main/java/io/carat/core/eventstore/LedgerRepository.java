package io.carat.core.eventstore;

import io.carat.core.aggregate.LedgerAggregate;
import java.util.Optional;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;

/**
 * Loads aggregates of one class for the running unit of work. Each unit of work gets an instance of its own around a
 * state that all share, and the version at which it was read is checked when the unit of work commits, whether or not it
 * is written.
 *
 * <p>Stream ids are unique over all classes, and the class declares its permanent type name by
 * {@code @AggregateRoot(type = "...")}.
 *
 * @param <A> the class of the aggregate root
 */
public final class LedgerRepository<A extends LedgerAggregate<?>> {

    private final LedgerEventStore eventStore;
    private final PostgresEventStorageEngine engine;
    private final AggregateType<A> type;
    private final StreamLocks locks;

    /**
     * Creates a repository.
     *
     * @param locks one instance for all repositories of a node
     * @throws IllegalArgumentException if the class declares no permanent type name
     */
    public LedgerRepository(LedgerEventStore eventStore, Class<A> aggregateClass, StreamLocks locks) {
        this.eventStore = eventStore;
        this.engine = eventStore.engine();
        this.type = AggregateType.of(aggregateClass);
        this.locks = locks;
    }

    /**
     * The aggregate, locked until the unit of work has submitted its append; one without events if it does not exist.
     *
     * @throws LockAcquisitionFailedException if too many others want it
     */
    public Aggregate<A> loadOrCreate(String id) {
        return lockAndLoad(id, false);
    }

    /**
     * As {@link #loadOrCreate}, for a stream that is most likely new: nothing is read, and if it does exist after all,
     * the append fails and the retry reads it.
     */
    public Aggregate<A> createOrLoad(String id) {
        return lockAndLoad(id, true);
    }

    /** The aggregate to be read only: not locked, empty if it does not exist. */
    public Optional<A> reference(String id) {
        if (!CurrentUnitOfWork.isStarted()) {
            return root(id, known(id, false));
        }
        StagedAppend staged = engine.staged(CurrentUnitOfWork.get());
        CachedState found = staged.isRetry() ? settled(id) : known(id, false);
        staged.recordRead(id, found.version());
        return root(id, found);
    }

    private Optional<A> root(String id, CachedState found) {
        return found.version().exists() ? Optional.of(type.rootOf(id, found.state())) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // stream ids are unique over all classes
    private Aggregate<A> lockAndLoad(String id, boolean likelyNew) {
        StagedAppend staged = engine.staged(CurrentUnitOfWork.get());
        ManagedAggregate<A> earlier = (ManagedAggregate<A>) staged.managed(id);
        if (earlier != null) {
            return earlier.aggregate();
        }
        staged.recordLock(locks.acquire(id));
        CachedState found = staged.isRetry() ? settled(id) : known(id, likelyNew);
        staged.recordRead(id, found.version());
        ManagedAggregate<A> managed = manage(id, found);
        staged.manage(id, managed);
        return managed.aggregate();
    }

    /**
     * What is stored. A retry neither takes a stream for new nor decides on a state that is on its way: it would lose
     * again to whatever the first try lost to.
     */
    private CachedState settled(String id) {
        engine.states().awaitSettled(id);
        return known(id, false);
    }

    private CachedState known(String id, boolean likelyNew) {
        CachedState cached = engine.states().find(id);
        if (cached != null) {
            return cached;
        }
        if (likelyNew && engine.states().mayAssumeAbsent(id)) {
            return CachedState.ABSENT;
        }
        CachedState read = engine.readState(id, type);
        engine.states().putRead(id, read);
        return read;
    }

    private ManagedAggregate<A> manage(String id, CachedState found) {
        A root = type.rootOf(id, found.state());
        EventSourcedAggregate<A> aggregate = EventSourcedAggregate.reconstruct(
                root,
                type.model(),
                found.version().sequence(),
                false,
                eventStore,
                NoSnapshotTriggerDefinition.INSTANCE.prepareTrigger(type.model().entityClass()));
        return new ManagedAggregate<>(type, root, aggregate);
    }
}
