package io.carat.core.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * States of aggregates: those that units of work have submitted and that are not durable yet, all of them, and a bounded
 * number of others. It may be ahead of the database, by appends that are on their way, or behind it, by appends of other
 * nodes: either way what is decided on a wrong state fails at the append, is evicted, and is decided anew on what is
 * stored.
 */
final class StateCache {

    /** States kept beyond those on their way. */
    static final int MAX_STATES = 100_000;

    private final Map<String, Submission> submitted = new ConcurrentHashMap<>();
    private final Cache<String, Slot> kept =
            Caffeine.newBuilder().maximumSize(MAX_STATES).build();

    /** What is kept of a stream, replaced in place: the cache itself is written only when a stream is new to it. */
    private static final class Slot extends AtomicReference<@Nullable Entry> {}

    /** The states that one append leaves, until it is known what became of it. */
    static final class Submission {

        private final Map<String, CachedState> states;
        private final CountDownLatch settled = new CountDownLatch(1);

        private Submission(Map<String, CachedState> states) {
            this.states = Map.copyOf(states);
        }
    }

    private sealed interface Entry {

        record Known(CachedState state) implements Entry {}

        /** The state has to be read; not even its absence may be assumed, as long as there is room to remember that. */
        record ToBeRead() implements Entry {}
    }

    private static final Entry TO_BE_READ = new Entry.ToBeRead();

    /** The state, null if it is not known. */
    @Nullable
    CachedState find(String streamId) {
        Submission onItsWay = submitted.get(streamId);
        if (onItsWay != null) {
            return onItsWay.states.get(streamId);
        }
        return entry(streamId) instanceof Entry.Known known ? known.state() : null;
    }

    /** Whether a stream that is not known may be taken for one that does not exist. */
    boolean mayAssumeAbsent(String streamId) {
        return entry(streamId) == null;
    }

    /** Waits, if a state of the stream is on its way, until it is known what became of it. The writer bounds the wait. */
    void awaitSettled(String streamId) {
        Submission onItsWay = submitted.get(streamId);
        if (onItsWay != null) {
            try {
                onItsWay.settled.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes over the states that an append leaves, before it is stored; to be followed by what became of it. */
    Submission submit(Map<String, CachedState> states) {
        Submission submission = new Submission(states);
        submission.states.keySet().forEach(streamId -> submitted.put(streamId, submission));
        return submission;
    }

    /**
     * The append is durable.
     *
     * @param worthKeeping streams that will be asked for again
     */
    void stored(Submission submission, Collection<String> worthKeeping) {
        worthKeeping.forEach(streamId -> keep(streamId, submission.states.get(streamId)));
        settle(submission);
    }

    private void settle(Submission submission) {
        submission.states.keySet().forEach(streamId -> submitted.remove(streamId, submission));
        submission.settled.countDown();
    }

    // Appends are settled in order but heard of in any: the later state of a stream stays.
    private void keep(String streamId, @Nullable CachedState state) {
        if (state != null) {
            slot(streamId).updateAndGet(present -> switch (present) {
                case null -> new Entry.Known(state);
                case Entry.ToBeRead toBeRead -> toBeRead;
                case Entry.Known known ->
                    known.state().version().sequence() > state.version().sequence() ? known : new Entry.Known(state);
            });
        }
    }

    /** Takes over what was read, unless a unit of work was faster. */
    void putRead(String streamId, CachedState state) {
        slot(streamId).updateAndGet(present -> present instanceof Entry.Known ? present : new Entry.Known(state));
    }

    /** The append has failed: what it read may be out of date. It is read before anything is decided on it again. */
    void failed(Submission submission, Collection<String> read) {
        outOfDate(read);
        settle(submission);
    }

    /** What was read may be out of date. */
    void outOfDate(Collection<String> read) {
        read.forEach(streamId -> slot(streamId).set(TO_BE_READ));
    }

    /** Forgets what is kept, as if there had been no room. For tests. */
    void evictAll() {
        kept.invalidateAll();
    }

    private @Nullable Entry entry(String streamId) {
        Slot slot = kept.getIfPresent(streamId);
        return slot == null ? null : slot.get();
    }

    private Slot slot(String streamId) {
        Slot present = kept.getIfPresent(streamId);
        return present != null ? present : kept.get(streamId, id -> new Slot());
    }
}
