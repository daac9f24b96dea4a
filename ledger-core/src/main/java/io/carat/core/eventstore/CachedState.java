package io.carat.core.eventstore;

import io.carat.core.eventstore.chain.StreamVersion;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate's state at a version of its stream. States are immutable, so that all threads share them.
 *
 * @param version of the stream; {@link StreamVersion#NONE} for one that does not exist
 * @param state null before the first event
 */
record CachedState(StreamVersion version, @Nullable Object state) {

    /** A stream without events. */
    static final CachedState ABSENT = new CachedState(StreamVersion.NONE, null);
}
