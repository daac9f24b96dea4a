package io.carat.core.eventstore;

import static org.axonframework.eventhandling.EventUtils.upcastAndDeserializeTrackedEvents;
import static org.axonframework.eventsourcing.EventStreamUtils.upcastAndDeserializeDomainEvents;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores events in PostgreSQL. What a unit of work publishes is collected in its root and stored by one append when
 * the root commits, together with a check of every stream version that it read.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine, EventPositions, AutoCloseable {

    /**
     * Resource of the root unit of work: the global position (a {@link Long}) of its last event, present once the
     * append is durable.
     */
    public static final String APPENDED_POSITION = PostgresEventStorageEngine.class.getName() + ".position";

    /** Events that a tailing reader fetches at once. */
    private static final int PAGE_EVENTS = 500;

    /** How late events of other nodes are seen, at most. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private static final Logger log = LoggerFactory.getLogger(PostgresEventStorageEngine.class);

    private final EventLogReader reader;
    private final AppendWriter writer;
    private final LogTail tail;
    private final EventRecorder recorder;
    private final StableNameSerializer serializer;
    private final EventUpcaster upcaster;
    private final List<Consumer<Set<String>>> streamListeners = new CopyOnWriteArrayList<>();
    private final List<AppendListener> appendListeners = new CopyOnWriteArrayList<>();

    /**
     * Creates an engine without upcasters.
     *
     * @param dataSource a pool of its own with READ COMMITTED connections: an append that waits for a connection held
     *     by an event processor, which waits for the append, would deadlock
     */
    public PostgresEventStorageEngine(DataSource dataSource, StableNameSerializer serializer) {
        this(dataSource, serializer, NoOpEventUpcaster.INSTANCE);
    }

    /** Creates an engine whose old events are read through an upcaster; see the other constructor for the pool. */
    public PostgresEventStorageEngine(DataSource dataSource, StableNameSerializer serializer, EventUpcaster upcaster) {
        this.reader = new EventLogReader(dataSource);
        this.writer = new SingleAppendWriter(dataSource);
        this.tail = new LogTail(reader::headPosition, POLL_INTERVAL);
        this.recorder = new EventRecorder(serializer);
        this.serializer = serializer;
        this.upcaster = upcaster;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        List<StoredEvent> stored = recorder.record(events);
        if (stored.isEmpty()) {
            return;
        }
        if (!CurrentUnitOfWork.isStarted()) {
            StagedAppend staged = new StagedAppend();
            staged.add(stored);
            submit(staged);
            return;
        }
        stage(CurrentUnitOfWork.get(), stored);
    }

    // Called more than once per unit of work when a handler publishes late, hence the one submission at the end.
    private void stage(UnitOfWork<?> unitOfWork, List<StoredEvent> events) {
        StagedAppend staged = StagedAppend.of(unitOfWork);
        if (staged.isEmpty()) {
            unitOfWork.root().onCommit(root -> root.resources().put(APPENDED_POSITION, submitWithoutError(staged)));
        }
        staged.add(events);
    }

    // An Error at this point would make Axon skip the rollback of the unit of work.
    private long submitWithoutError(StagedAppend staged) {
        try {
            return submit(staged);
        } catch (Error e) {
            throw new EventStoreException("The append failed", e);
        }
    }

    private long submit(StagedAppend staged) {
        Append append = staged.toAppend();
        long started = System.nanoTime();
        AppendedRange range = writer.append(append);
        announce(append, range, Duration.ofNanos(System.nanoTime() - started));
        return range.lastPosition();
    }

    private void announce(Append append, AppendedRange range, Duration duration) {
        Set<String> streamIds =
                append.events().stream().map(StoredEvent::streamId).collect(Collectors.toSet());
        streamListeners.forEach(listener -> tell(() -> listener.accept(streamIds)));
        appendListeners.forEach(
                listener -> tell(() -> listener.appended(append.events().size(), duration)));
        tail.advanceTo(range.lastPosition());
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("A listener of appends failed; the events are stored", e);
        }
    }

    /** Calls back with the ids of the streams of each append of this node, once it is durable. */
    void onStreamsMoved(Consumer<Set<String>> listener) {
        streamListeners.add(listener);
    }

    /** Calls back after each append of this node, once it is durable. */
    public void onAppend(AppendListener listener) {
        appendListeners.add(listener);
    }

    @Override
    public DomainEventStream readEvents(String streamId, long firstSequence) {
        return upcastAndDeserializeDomainEvents(
                reader.readStream(streamId, firstSequence).stream(), serializer, upcaster);
    }

    /** The log after a token up to its present end; it never blocks. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long head = headPosition();
        long start = positionOf(token);
        return Stream.iterate(start, position -> position < head, position -> Math.min(head, position + PAGE_EVENTS))
                .map(this::pageAfter)
                .flatMap(page -> page.events().stream())
                .takeWhile(event -> positionOf(event.trackingToken()) <= head);
    }

    /** Opens the log after a token, from the beginning for {@code null}; the stream waits for further events. */
    BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        tail.refresh();
        return new TailingEventStream(positionOf(token), this::pageAfter, tail);
    }

    private LogPage pageAfter(long position) {
        List<TrackedDomainEventData<String>> stored = reader.readAfter(position, PAGE_EVENTS);
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        upcastAndDeserializeTrackedEvents(stored.stream(), serializer, upcaster).forEach(events::add);
        return new LogPage(
                events,
                stored.isEmpty() ? position : positionOf(stored.getLast().trackingToken()));
    }

    private static long positionOf(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return switch (plain) {
            case null -> 0;
            case GlobalSequenceTrackingToken global -> global.getGlobalIndex();
            default -> throw new IllegalArgumentException("Not a token of this event store: " + plain);
        };
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(headPosition());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(reader.lastPositionBefore(dateTime));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String streamId) {
        OptionalLong version = reader.version(streamId);
        return version.isPresent() ? Optional.of(version.getAsLong()) : Optional.empty();
    }

    @Override
    public long headPosition() {
        return reader.headPosition();
    }

    @Override
    public OptionalLong firstPosition(String streamId) {
        return reader.firstPosition(streamId);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("This event store keeps no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String streamId) {
        return Optional.empty();
    }

    /** Ends the waiting of tailing readers. The pool stays open: it belongs to the caller. */
    @Override
    public void close() {
        tail.close();
    }
}
