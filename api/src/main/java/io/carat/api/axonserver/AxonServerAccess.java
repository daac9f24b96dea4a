package io.carat.api.axonserver;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerAggregate;
import java.lang.reflect.Constructor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Axon's own repositories, one per aggregate class. Aggregates are read from their streams for each command, and locked on
 * this node; that one player's commands come to one node is the command router's part ({@link PlayerRouting}).
 */
public final class AxonServerAccess implements AggregateAccess {

    /** Commands that may wait for one aggregate. */
    static final int MAX_WAITING = 500;

    private static final int LOCK_ATTEMPT_MILLIS = 10;

    /** Attempts of {@value #LOCK_ATTEMPT_MILLIS} milliseconds: five seconds in all. */
    private static final int LOCK_ATTEMPTS = 500;

    private final Map<Class<?>, Entry<?>> entries = new HashMap<>();

    /**
     * Makes the repositories.
     *
     * @throws IllegalArgumentException if a class has no constructor without parameters
     */
    public AxonServerAccess(EventStore store, List<Class<? extends LedgerAggregate<?>>> types) {
        LockFactory locks = boundedLocks();
        types.forEach(type -> entries.put(type, entry(store, locks, type)));
    }

    // Axon's default waits a minute, in a queue without bound. One set of locks, so that deadlocks between classes are
    // seen.
    private static LockFactory boundedLocks() {
        return PessimisticLockFactory.builder()
                .queueLengthThreshold(MAX_WAITING)
                .acquireAttempts(LOCK_ATTEMPTS)
                .lockAttemptTimeout(LOCK_ATTEMPT_MILLIS)
                .build();
    }

    private record Entry<A>(EventSourcingRepository<A> repository, ReferenceReader<A> reference, Callable<A> factory) {}

    private static <A> Entry<A> entry(EventStore store, LockFactory locks, Class<A> type) {
        EventSourcingRepository<A> repository = EventSourcingRepository.builder(type)
                .eventStore(store)
                .lockFactory(locks)
                .build();
        return new Entry<>(repository, new ReferenceReader<>(store, type), factory(type));
    }

    private static <A> Callable<A> factory(Class<A> type) {
        try {
            Constructor<A> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor::newInstance;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " has no constructor without parameters", e);
        }
    }

    @Override
    public <A extends LedgerAggregate<?>> Aggregate<A> loadOrCreate(Class<A> type, String id) {
        Entry<A> entry = entryOf(type);
        try {
            return entry.repository().loadOrCreate(id, entry.factory());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Could not create " + type.getSimpleName() + " " + id, e);
        }
    }

    /** Read as it is now, but not checked again when the command appends: Axon Server cannot. */
    @Override
    public <A extends LedgerAggregate<?>> Optional<A> reference(Class<A> type, String id) {
        return entryOf(type).reference().find(id);
    }

    /** Not looked at: Axon Server takes an append wherever the log ends. Who activates a topology there stops traffic first. */
    @Override
    public void appendOnlyAfter(long position) {
        // see docs/operating/scaling.md
    }

    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @SuppressWarnings("unchecked") // an entry is put under the class of its aggregates
    private <A> Entry<A> entryOf(Class<A> type) {
        @Nullable Entry<?> entry = entries.get(type);
        if (entry == null) {
            throw new IllegalArgumentException("No repository for " + type.getName());
        }
        return (Entry<A>) entry;
    }
}
