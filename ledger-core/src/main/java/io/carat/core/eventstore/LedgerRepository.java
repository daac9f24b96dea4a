package io.carat.core.eventstore;

import java.util.concurrent.Callable;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates of one class. An id is locked before it is looked up, until the unit of work ends, and the version at
 * which it was found is checked when the unit of work commits, whether or not it is written.
 *
 * <p>Stream ids are unique over all classes, and the class declares its permanent type name by
 * {@code @AggregateRoot(type = "...")}.
 *
 * @param <T> the class of the aggregate root
 */
public final class LedgerRepository<T> extends EventSourcingRepository<T> {

    private final LockFactory locks;

    /**
     * Creates a repository.
     *
     * @param locks one instance for all repositories, see {@link AggregateLocks#bounded()}
     * @throws IllegalArgumentException if the class declares no permanent type name
     */
    public LedgerRepository(LedgerEventStore eventStore, Class<T> aggregateType, LockFactory locks) {
        super(builder(aggregateType).eventStore(eventStore).lockFactory(locks));
        this.locks = locks;
        AggregateTypes.requireStableName(aggregateModel(), aggregateType);
    }

    @Override
    protected LockAwareAggregate<T, EventSourcedAggregate<T>> doLoadOrCreate(String id, Callable<T> factory)
            throws Exception {
        Lock lock = lockUntilCleanup(id);
        try {
            return new LockAwareAggregate<>(doLoadWithLock(id, null), lock);
        } catch (AggregateNotFoundException e) {
            if (e.getClass() != AggregateNotFoundException.class) {
                throw e; // deleted, which is not the same
            }
            return new LockAwareAggregate<>(doCreateNewForLock(factory), lock);
        }
    }

    @Override
    protected LockAwareAggregate<T, EventSourcedAggregate<T>> doLoad(String id, @Nullable Long expectedVersion) {
        Lock lock = lockUntilCleanup(id);
        return new LockAwareAggregate<>(doLoadWithLock(id, expectedVersion), lock);
    }

    // Whatever happens next, a lock ends with the unit of work: a retry starts with none.
    private Lock lockUntilCleanup(String id) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        Lock lock = locks.obtainLock(id);
        unitOfWork.onCleanup(ended -> lock.release());
        return lock;
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String id, @Nullable Long expectedVersion) {
        StagedAppend staged = StagedAppend.of(CurrentUnitOfWork.get());
        try {
            EventSourcedAggregate<T> aggregate = super.doLoadWithLock(id, expectedVersion);
            staged.recordRead(id, aggregate.version());
            return aggregate;
        } catch (AggregateNotFoundException e) {
            if (e.getClass() == AggregateNotFoundException.class) {
                staged.recordRead(id, Append.NO_STREAM);
            }
            throw e;
        }
    }
}
