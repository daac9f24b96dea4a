package io.carat.api.axonserver;

import io.carat.api.failure.StoreUnreachableException;
import io.carat.core.eventstore.AppendListener;
import io.carat.core.eventstore.EventPositions;
import io.carat.core.eventstore.PostgresEventStorageEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.AxonException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's store on Axon Server, with what the ledger needs beside it: one append per unit of work whose failures are typed,
 * reads that fail rather than end early, and the global position of what was appended.
 *
 * <p>Axon Server checks the streams that an append writes. It does not check those that its command only read.
 */
final class AxonServerLedgerStore extends AxonServerEventStore implements EventPositions {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerLedgerStore.class);
    private static final String STAGED = AxonServerLedgerStore.class.getName();

    private final EventTokens tokens;
    private final List<AppendListener> listeners;

    AxonServerLedgerStore(Builder builder, EventTokens tokens, List<AppendListener> listeners) {
        super(builder);
        this.tokens = tokens;
        this.listeners = List.copyOf(listeners);
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

    // Axon's own would append when the unit of work commits, and let the failure through as gRPC's.
    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        if (!CurrentUnitOfWork.isStarted()) {
            append(events);
            return;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> staged = root.getOrComputeResource(STAGED, key -> stageIn(root));
        staged.addAll(events);
    }

    private List<EventMessage<?>> stageIn(UnitOfWork<?> root) {
        List<EventMessage<?>> staged = new ArrayList<>();
        root.onCommit(committing -> appendOutside(committing, staged));
        root.afterCommit(committed -> rememberPosition(committed, staged.getLast()));
        return staged;
    }

    // Without a unit of work on the thread, Axon's store appends at once and here.
    private void appendOutside(UnitOfWork<?> unitOfWork, List<EventMessage<?>> staged) {
        CurrentUnitOfWork.clear(unitOfWork);
        try {
            append(staged);
        } finally {
            CurrentUnitOfWork.set(unitOfWork);
        }
    }

    private void append(List<? extends EventMessage<?>> events) {
        long started = System.nanoTime();
        try {
            super.prepareCommit(events);
        } catch (RuntimeException e) {
            throw AppendFailure.of(e);
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - started);
        listeners.forEach(listener -> afterwards(() -> listener.appended(events.size(), duration)));
    }

    private void rememberPosition(UnitOfWork<?> committed, EventMessage<?> last) {
        afterwards(() -> committed
                .resources()
                .put(PostgresEventStorageEngine.APPENDED_POSITION, tokens.of(last.getIdentifier())));
    }

    // The events are stored by now: whatever fails here must not make the command fail.
    private static void afterwards(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("The events are stored, but not all that follows an append was done", e);
        }
    }

    /** All events of a stream, read before this returns. */
    @Override
    public DomainEventStream readEvents(String streamId) {
        return readEvents(streamId, 0);
    }

    /**
     * The events of a stream from a sequence on, read before this returns.
     *
     * @throws StoreUnreachableException if Axon Server did not answer, or the thread was interrupted
     */
    @Override
    public DomainEventStream readEvents(String streamId, long firstSequence) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        try {
            super.readEvents(streamId, firstSequence).forEachRemaining(events::add);
        } catch (AxonException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StoreUnreachableException(e);
        }
        // An interrupted read ends early, and half a history would be taken for the whole.
        if (Thread.currentThread().isInterrupted()) {
            throw new StoreUnreachableException(new InterruptedException("Interrupted while reading " + streamId));
        }
        return DomainEventStream.of(events);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String streamId) {
        try {
            return super.lastSequenceNumberFor(streamId);
        } catch (EventStoreException e) {
            throw new StoreUnreachableException(e);
        }
    }

    @Override
    public long headPosition() {
        return tokens.head();
    }

    @Override
    public OptionalLong firstPosition(String streamId) {
        DomainEventStream events = readEvents(streamId);
        return events.hasNext() ? tokens.find(events.next()) : OptionalLong.empty();
    }
}
