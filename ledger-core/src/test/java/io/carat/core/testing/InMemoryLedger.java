package io.carat.core.testing;

import io.carat.core.LedgerAssembly;
import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The command handlers and the aggregates as they are, on Axon's event store in memory: one thread, no database. */
public final class InMemoryLedger implements AggregateAccess {

    /** When a ledger's clock starts. */
    public static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private final EventStore store =
            EmbeddedEventStore.builder().storageEngine(new IndexedEvents()).build();
    private final Map<Class<?>, Repository<?>> repositories = new HashMap<>();
    private final List<LedgerEvent> events = new ArrayList<>();
    private final CommandBus bus = SimpleCommandBus.builder().build();
    private Instant now = START;

    /** An empty ledger. */
    public InMemoryLedger() {
        store.subscribe(messages -> messages.forEach(message -> events.add((LedgerEvent) message.getPayload())));
        LedgerAssembly.commandHandlers(this)
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler).subscribe(bus));
    }

    /** Everything appended so far, in order. */
    public List<LedgerEvent> events() {
        return List.copyOf(events);
    }

    /** How many events there are. */
    public int size() {
        return events.size();
    }

    /** The events appended since there were so many. */
    public List<LedgerEvent> since(int size) {
        return List.copyOf(events.subList(size, events.size()));
    }

    /** Handles a command in a unit of work of its own. */
    public Outcome send(Object command) {
        AtomicReference<@Nullable CommandResultMessage<?>> told = new AtomicReference<>();
        bus.dispatch(GenericCommandMessage.<Object>asCommandMessage(command), (sent, result) -> told.set(result));
        CommandResultMessage<?> result = Objects.requireNonNull(told.get(), "the bus answers at once");
        if (result.isExceptional()) {
            throw new IllegalStateException(command + " failed", result.exceptionResult());
        }
        return (Outcome) result.getPayload();
    }

    /** Moves the clock that decisions are made by. */
    public void passTime(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void appendOnlyAfter(long position) {
        if (position != events.size()) {
            throw new ConcurrencyException("There are " + events.size() + " events, not " + position);
        }
    }

    /** The state of an aggregate as its events give it, null when it has none. */
    public <S, A extends LedgerAggregate<S>> @Nullable S state(Class<A> type, String id) {
        AtomicReference<@Nullable S> found = new AtomicReference<>();
        new DefaultUnitOfWork<>(new GenericCommandMessage<>(id))
                .execute(() -> reference(type, id).ifPresent(root -> found.set(root.state())));
        return found.get();
    }

    @Override
    public <A extends LedgerAggregate<?>> Aggregate<A> loadOrCreate(Class<A> type, String id) {
        try {
            return repository(type).loadOrCreate(id, () -> newInstance(type));
        } catch (Exception e) {
            throw new IllegalStateException(id + " could not be loaded", e);
        }
    }

    @Override
    public <A extends LedgerAggregate<?>> Optional<A> reference(Class<A> type, String id) {
        return store.lastSequenceNumberFor(id).isEmpty()
                ? Optional.empty()
                : Optional.of(repository(type).load(id).invoke(Function.identity()));
    }

    @SuppressWarnings("unchecked") // each class is only ever put with its own repository
    private <A extends LedgerAggregate<?>> Repository<A> repository(Class<A> type) {
        return (Repository<A>) repositories.computeIfAbsent(
                type,
                missing ->
                        EventSourcingRepository.builder(type).eventStore(store).build());
    }

    private static <A> A newInstance(Class<A> type) throws ReflectiveOperationException {
        Constructor<A> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
