package io.carat.core.eventstore;

import static org.axonframework.eventhandling.EventUtils.upcastAndDeserializeTrackedEvents;
import static org.axonframework.eventsourcing.EventStreamUtils.upcastAndDeserializeDomainEvents;

import io.carat.core.eventstore.chain.StoredEvent;
import io.carat.core.eventstore.chain.StreamVersion;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.eventstore.writer.Append;
import io.carat.core.eventstore.writer.AppendTransaction;
import io.carat.core.eventstore.writer.AppendedRange;
import io.carat.core.eventstore.writer.BatchStore;
import io.carat.core.eventstore.writer.CommitInquiry;
import io.carat.core.eventstore.writer.GroupCommitWriter;
import io.carat.core.eventstore.writer.PendingAppend;
import io.carat.core.eventstore.writer.PostgresAppendTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.axonframework.modelling.command.ConcurrencyException;
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

    private static final String RETRY = PostgresEventStorageEngine.class.getName() + "/retry";

    /** Events that a tailing reader fetches at once. */
    private static final int PAGE_EVENTS = 500;

    /** How late events of other nodes are seen, at most, when no word of them arrives. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(PostgresEventStorageEngine.class);

    private final EventLogReader reader;
    private final StateReader stateReader;
    private final GroupCommitWriter writer;
    private final Snapshots snapshots;
    private final StateCache states = new StateCache();
    private final LogTail tail;
    private final LogListener listener;
    private final LogPartitions partitions;
    private final EventRecorder recorder;
    private final StableNameSerializer serializer;
    private final EventUpcaster upcaster;
    private final List<AppendListener> appendListeners = new CopyOnWriteArrayList<>();

    /**
     * Creates an engine without upcasters.
     *
     * @param dataSource a pool of its own with READ COMMITTED connections: an append that waits for a connection held
     *     by an event processor, which waits for the append, would deadlock
     */
    public PostgresEventStorageEngine(DataSource dataSource, StableNameSerializer serializer) {
        this(new EventStoreConnections(dataSource, dataSource), serializer, NoOpEventUpcaster.INSTANCE);
    }

    /** Creates an engine without upcasters. */
    public PostgresEventStorageEngine(EventStoreConnections connections, StableNameSerializer serializer) {
        this(connections, serializer, NoOpEventUpcaster.INSTANCE);
    }

    /** Creates an engine whose old events are read through an upcaster. */
    public PostgresEventStorageEngine(
            EventStoreConnections connections, StableNameSerializer serializer, EventUpcaster upcaster) {
        SnapshotForm form = new SnapshotForm(serializer);
        AppendTransaction.Source transactions = PostgresAppendTransaction.from(connections.writing());
        this.reader = new EventLogReader(connections.reading());
        this.stateReader = new StateReader(reader, serializer, upcaster, form);
        this.snapshots = new Snapshots(connections.writing(), form);
        this.tail = new LogTail(reader::headPosition, POLL_INTERVAL);
        this.listener = new LogListener(connections.writing(), tail::advanceTo);
        this.partitions = new LogPartitions(connections.writing());
        this.writer = new GroupCommitWriter(new BatchStore(
                transactions,
                new CommitInquiry(transactions, CommitInquiry.TIMEOUT),
                InstantSource.system(),
                this::logReaches));
        this.recorder = new EventRecorder(serializer);
        this.serializer = serializer;
        this.upcaster = upcaster;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()) {
            stage(staged(CurrentUnitOfWork.get()), recorder.record(events));
        } else {
            StagedAppend staged = new StagedAppend(this::check, false);
            stage(staged, recorder.record(events));
            submit(staged);
        }
    }

    // Called more than once per unit of work when a handler publishes late, hence the one submission at the end.
    private void stage(StagedAppend staged, List<StoredEvent> events) {
        for (StoredEvent event : events) {
            if (!staged.hasRead(event.streamId())) {
                staged.recordRead(event.streamId(), versionBefore(event));
            }
        }
        staged.add(events);
    }

    // Of a stream whose aggregate was not loaded here.
    private StreamVersion versionBefore(StoredEvent event) {
        return event.sequence() == 0
                ? StreamVersion.NONE
                : reader.extent(event.streamId()).map(StreamExtent::version).orElse(StreamVersion.NONE);
    }

    /** What the root of a unit of work has staged; submitted when it commits, locks released whatever happens. */
    StagedAppend staged(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(StagedAppend.KEY, key -> {
            StagedAppend staged = new StagedAppend(this::check, isRetry(unitOfWork));
            unitOfWork.root().onCommit(root -> commit(root, staged));
            unitOfWork.root().onCleanup(root -> staged.releaseLocks());
            return staged;
        });
    }

    /** Marks a unit of work as a retry: the one before it lost to another one. */
    static void markRetry(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RETRY, true);
    }

    private static boolean isRetry(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().resources().containsKey(RETRY);
    }

    // An Error at this point would make Axon skip the rollback of the unit of work.
    private void commit(UnitOfWork<?> root, StagedAppend staged) {
        try {
            AppendedRange range = submit(staged);
            if (staged.hasEvents()) {
                root.resources().put(APPENDED_POSITION, range.lastPosition());
            }
        } catch (Error e) {
            throw new EventStoreException("The append failed", e);
        }
    }

    private AppendedRange submit(StagedAppend staged) {
        Append append = staged.toAppend();
        Map<String, CachedState> statesAfter = staged.statesAfter(append);
        long started = System.nanoTime();
        StateCache.Submission submission = states.submit(statesAfter);
        try {
            PendingAppend pending = writer.submit(append);
            staged.releaseLocks();
            AppendedRange range = pending.await();
            states.stored(submission, staged.worthKeeping());
            announce(staged, append, range, Duration.ofNanos(System.nanoTime() - started));
            return range;
        } catch (RuntimeException | Error e) {
            states.failed(submission, append.expectedVersions().keySet());
            throw e;
        }
    }

    // See StagedAppend.requireUpToDate.
    private void check(Append reads) {
        try {
            writer.submit(reads).await();
        } catch (ConcurrencyException e) {
            states.outOfDate(reads.expectedVersions().keySet());
            throw e;
        }
    }

    private void announce(StagedAppend staged, Append append, AppendedRange range, Duration duration) {
        if (append.isCheckOnly()) {
            return;
        }
        staged.snapshotsDue(append, range).forEach(snapshots::offer);
        appendListeners.forEach(
                listener -> tell(() -> listener.appended(append.events().size(), duration)));
    }

    private void logReaches(long position) {
        partitions.reached(position);
        tail.advanceTo(position);
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("A listener of appends failed; the events are stored", e);
        }
    }

    /** The states that this node knows. */
    StateCache states() {
        return states;
    }

    /** The state of a stream as it is stored now, {@link CachedState#ABSENT} if it does not exist. */
    CachedState readState(String streamId, AggregateType<?> type) {
        return stateReader.read(streamId, type);
    }

    /** Appends that wait for the writer now. */
    public int waitingAppends() {
        return writer.waiting();
    }

    /** Calls back after each append of this node, once it is durable. */
    public void onAppend(AppendListener listener) {
        appendListeners.add(listener);
    }

    @Override
    public DomainEventStream readEvents(String streamId, long firstSequence) {
        List<TrackedDomainEventData<String>> events = reader.extent(streamId)
                .map(extent -> reader.readStream(streamId, firstSequence, extent.firstPosition(), extent))
                .orElse(List.of());
        return upcastAndDeserializeDomainEvents(events.stream(), serializer, upcaster);
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
        listener.start();
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
        return reader.extent(streamId).map(extent -> extent.version().sequence());
    }

    @Override
    public long headPosition() {
        return reader.headPosition();
    }

    @Override
    public OptionalLong firstPosition(String streamId) {
        return reader.firstPosition(streamId);
    }

    /** Not supported: {@link LedgerRepository} has snapshots of its own, and Axon's repositories are not used. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("This event store takes its snapshots itself");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String streamId) {
        return Optional.empty();
    }

    /** Stores what was submitted and ends the waiting of tailing readers. The pool stays open: it is the caller's. */
    @Override
    public void close() {
        writer.close();
        snapshots.close();
        listener.close();
        tail.close();
    }
}
