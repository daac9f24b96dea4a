package io.carat.core.testing;

import io.carat.core.LedgerAssembly;
import io.carat.core.LedgerTypes;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.eventstore.LedgerCommandBus;
import io.carat.core.eventstore.LedgerEventStore;
import io.carat.core.eventstore.LedgerRepositories;
import io.carat.core.eventstore.PostgresEventStorageEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** One node of the ledger as the server has it, on a real PostgreSQL: command bus, handlers, repositories, store. */
public final class PostgresLedger implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 60;

    private final LedgerCommandBus bus = LedgerCommandBus.create();
    private final PostgresEventStorageEngine engine;
    private final LedgerEventStore store;

    /** A node on a database that has been migrated. */
    public PostgresLedger(TestDatabase database) {
        engine = new PostgresEventStorageEngine(database.dataSource(), LedgerTypes.eventSerializer());
        store = LedgerEventStore.on(engine);
        LedgerAssembly.commandHandlers(new LedgerRepositories(store, LedgerAssembly.AGGREGATES))
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler).subscribe(bus));
    }

    /**
     * Handles a command.
     *
     * @throws CompletionException when it was not handled, with the cause: nothing was done
     */
    public Outcome send(Object command) {
        CompletableFuture<CommandResultMessage<?>> result = new CompletableFuture<>();
        bus.dispatch(
                GenericCommandMessage.<Object>asCommandMessage(command), (sent, answered) -> result.complete(answered));
        CommandResultMessage<?> message =
                result.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
        if (message.isExceptional()) {
            throw new CompletionException(message.exceptionResult());
        }
        return (Outcome) message.getPayload();
    }

    /** How many events there are. */
    public long size() {
        return store.headPosition();
    }

    /** The events appended since there were so many, in the order of the log. */
    public List<LedgerEvent> since(long size) throws InterruptedException {
        List<LedgerEvent> events = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(new GlobalSequenceTrackingToken(size))) {
            while (stream.hasNextAvailable()) {
                events.add((LedgerEvent) stream.nextAvailable().getPayload());
            }
        }
        return events;
    }

    @Override
    public void close() {
        bus.shutdown();
        engine.close();
    }
}
