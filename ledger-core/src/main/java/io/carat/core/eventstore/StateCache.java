package io.carat.core.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * States of aggregates, bounded in number. It may be ahead of the database, by appends that are on their way, or behind
 * it, by appends of other nodes: either way what is decided on a wrong state fails at the append, is evicted, and is
 * decided anew on what is stored.
 */
final class StateCache {

    /** States kept. */
    static final int MAX_STATES = 100_000;

    private final Cache<String, Entry> entries = Caffeine.newBuilder()
            .maximumSize(MAX_STATES)
            .executor(Runnable::run)
            .build();

    private sealed interface Entry {
        record Known(CachedState state) implements Entry {}

        /** The state has to be read; not even its absence may be assumed. */
        record ToBeRead() implements Entry {}
    }

    private static final Entry TO_BE_READ = new Entry.ToBeRead();

    /** The state, null if it is not known. */
    @Nullable
    CachedState find(String streamId) {
        return entries.getIfPresent(streamId) instanceof Entry.Known known ? known.state() : null;
    }

    /** Whether a stream that is not known may be taken for one that does not exist. */
    boolean mayAssumeAbsent(String streamId) {
        return entries.getIfPresent(streamId) == null;
    }

    /** Takes over what a unit of work has submitted, before it is stored. */
    void put(String streamId, CachedState state) {
        entries.put(streamId, new Entry.Known(state));
    }

    /** Takes over what was read, unless a unit of work was faster. */
    void putRead(String streamId, CachedState state) {
        entries.asMap()
                .compute(streamId, (id, present) -> present instanceof Entry.Known ? present : new Entry.Known(state));
    }

    /** Forgets states that an append has failed on. They are read before anything is decided on them again. */
    void distrust(Collection<String> streamIds) {
        streamIds.forEach(streamId -> entries.put(streamId, TO_BE_READ));
    }
}
