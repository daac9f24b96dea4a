package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.ChainedEvent;
import io.carat.core.eventstore.chain.Hash;
import io.carat.core.eventstore.chain.HashChain;
import io.carat.core.eventstore.chain.StreamVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Gives the appends of a batch their places, one after the other, and refuses those whose reads no longer hold. */
public final class BatchPlan {

    private final LogHead start;
    private final Instant time;
    private final Function<String, @Nullable StreamVersion> known;
    private final Map<String, StreamMove> moves = new LinkedHashMap<>();
    private final List<ChainedEvent> events = new ArrayList<>();
    private Hash logHash;

    /**
     * A plan without events.
     *
     * @param start where the log ends
     * @param now the time of the append; it is that of the last event if that is later
     * @param known the version of a stream that the batch expects something of; null if it does not exist
     */
    BatchPlan(LogHead start, Instant now, Function<String, @Nullable StreamVersion> known) {
        this.start = start;
        this.time = now.isBefore(start.time()) ? start.time() : now.truncatedTo(ChronoUnit.MICROS);
        this.known = known;
        this.logHash = start.hash();
    }

    /**
     * Places an append behind those placed before.
     *
     * @throws ConcurrencyException if a stream, or the log itself, is not where the append expects it; nothing of it is placed
     */
    AppendedRange place(Append append) {
        append.expectedVersions().forEach(this::require);
        requireEnd(append.onlyAfter());
        long before = lastPosition();
        append.events().forEach(this::place);
        return new AppendedRange(before + 1, lastPosition());
    }

    private void require(String streamId, StreamVersion expected) {
        StreamVersion actual = versionOf(streamId);
        if (!actual.equals(expected)) {
            throw new Conflict("Stream %s was at version %d when it was read and is at %d now"
                    .formatted(streamId, expected.sequence(), actual.sequence()));
        }
    }

    private void requireEnd(long onlyAfter) {
        if (onlyAfter != Append.ANYWHERE && onlyAfter != lastPosition()) {
            throw new Conflict("The log was to end at %d and ends at %d".formatted(onlyAfter, lastPosition()));
        }
    }

    private StreamVersion versionOf(String streamId) {
        StreamMove move = moves.get(streamId);
        return move != null ? move.version() : Objects.requireNonNullElse(known.apply(streamId), StreamVersion.NONE);
    }

    private void place(ChainedEvent event) {
        events.add(event);
        long position = lastPosition();
        logHash = HashChain.ofLog(logHash, position, time, event.version().hash());
        StreamMove earlier = moves.get(event.streamId());
        boolean isFirst = event.version().sequence() == 0;
        long first = earlier != null ? earlier.firstPosition() : isFirst ? position : StreamMove.BEFORE;
        moves.put(
                event.streamId(),
                new StreamMove(event.streamId(), event.streamType(), event.version(), first, position));
    }

    LogHead start() {
        return start;
    }

    /** When the batch is appended, in microseconds; never before the event that precedes it. */
    Instant time() {
        return time;
    }

    /** Where the log ends with it. */
    LogHead end() {
        return new LogHead(lastPosition(), time, logHash);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** The events placed, the first one at the position after the start. */
    List<ChainedEvent> events() {
        return events;
    }

    long lastPosition() {
        return start.position() + events.size();
    }

    Hash logHash() {
        return logHash;
    }

    Collection<StreamMove> moves() {
        return moves.values();
    }

    /** Expected many times a second, so without a stack trace. */
    private static final class Conflict extends ConcurrencyException {

        Conflict(String message) {
            super(message);
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
