package io.carat.core.eventstore;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerAggregate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/** One repository per aggregate class, on one set of locks. */
public final class LedgerRepositories implements AggregateAccess {

    private final LedgerEventStore store;
    private final Map<Class<?>, LedgerRepository<?>> repositories = new HashMap<>();

    /**
     * Makes the repositories.
     *
     * @throws IllegalArgumentException if a class has no permanent name or no constructor without parameters
     */
    public LedgerRepositories(LedgerEventStore store, List<Class<? extends LedgerAggregate<?>>> types) {
        this.store = store;
        StreamLocks locks = new StreamLocks();
        types.forEach(type -> repositories.put(type, new LedgerRepository<>(store, type, locks)));
    }

    @Override
    public <A extends LedgerAggregate<?>> Aggregate<A> loadOrCreate(Class<A> type, String id) {
        return repository(type).loadOrCreate(id);
    }

    @Override
    public <A extends LedgerAggregate<?>> Aggregate<A> createOrLoad(Class<A> type, String id) {
        return repository(type).createOrLoad(id);
    }

    @Override
    public <A extends LedgerAggregate<?>> Optional<A> reference(Class<A> type, String id) {
        return repository(type).reference(id);
    }

    @Override
    public void appendOnlyAfter(long position) {
        store.engine().staged(CurrentUnitOfWork.get()).onlyAfter(position);
    }

    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @SuppressWarnings("unchecked") // a repository is put under the class of its aggregates
    private <A extends LedgerAggregate<?>> LedgerRepository<A> repository(Class<A> type) {
        @Nullable LedgerRepository<?> repository = repositories.get(type);
        if (repository == null) {
            throw new IllegalArgumentException("No repository for " + type.getName() + ": see LedgerAssembly");
        }
        return (LedgerRepository<A>) repository;
    }
}
