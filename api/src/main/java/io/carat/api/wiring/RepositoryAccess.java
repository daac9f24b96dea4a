package io.carat.api.wiring;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.eventstore.LedgerEventStore;
import io.carat.core.eventstore.LedgerRepository;
import io.carat.core.eventstore.ReferenceRepository;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/** One repository per aggregate class, and one for lock-free reads of it. */
final class RepositoryAccess implements AggregateAccess {

    private final Map<Class<?>, Entry<?>> entries = new HashMap<>();

    /**
     * Makes the repositories.
     *
     * @throws IllegalArgumentException if a class has no permanent name or no constructor without parameters
     */
    RepositoryAccess(LedgerEventStore store, LockFactory locks, List<Class<? extends LedgerAggregate<?>>> types) {
        types.forEach(type -> entries.put(type, entry(store, locks, type)));
    }

    private record Entry<A>(LedgerRepository<A> repository, ReferenceRepository<A> reference, Callable<A> factory) {}

    private static <A> Entry<A> entry(LedgerEventStore store, LockFactory locks, Class<A> type) {
        return new Entry<>(
                new LedgerRepository<>(store, type, locks), new ReferenceRepository<>(store, type), factory(type));
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
        return entry.repository().loadOrCreate(id, entry.factory());
    }

    @Override
    public <A extends LedgerAggregate<?>> Optional<A> reference(Class<A> type, String id) {
        return entryOf(type).reference().find(id);
    }

    @SuppressWarnings("unchecked") // an entry is put under the class of its aggregates
    private <A> Entry<A> entryOf(Class<A> type) {
        @Nullable Entry<?> entry = entries.get(type);
        if (entry == null) {
            throw new IllegalArgumentException("No repository for " + type.getName() + ": see AggregateWiring");
        }
        return (Entry<A>) entry;
    }
}
