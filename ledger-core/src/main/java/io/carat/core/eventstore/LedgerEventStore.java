package io.carat.core.eventstore;

import java.util.List;
import java.util.OptionalLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on {@link PostgresEventStorageEngine}: what a command publishes is stored by one append, and
 * readers of the log are woken as soon as it is durable.
 */
public final class LedgerEventStore extends AbstractEventStore implements EventPositions {

    private final PostgresEventStorageEngine engine;

    private LedgerEventStore(PostgresEventStorageEngine engine, Builder builder) {
        super(builder.storageEngine(engine));
        this.engine = engine;
    }

    /** Creates a store on an engine. */
    public static LedgerEventStore on(PostgresEventStorageEngine engine) {
        return new LedgerEventStore(engine, new StoreBuilder());
    }

    /**
     * Stages events for the append of the current unit of work.
     *
     * @throws IllegalStateException in a nested unit of work, which could be answered before anything is stored
     */
    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().parent().isPresent()) {
            throw new IllegalStateException("Events are not published in a nested unit of work: it would be answered"
                    + " before its events are stored. Send a command instead.");
        }
        super.publish(events);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return engine.openStream(token);
    }

    @Override
    public long headPosition() {
        return engine.headPosition();
    }

    @Override
    public OptionalLong firstPosition(String streamId) {
        return engine.firstPosition(streamId);
    }

    PostgresEventStorageEngine engine() {
        return engine;
    }

    private static final class StoreBuilder extends Builder {}
}
