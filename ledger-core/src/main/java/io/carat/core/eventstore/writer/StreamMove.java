package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.StreamVersion;

/**
 * A stream and where a batch leaves it.
 *
 * @param firstPosition of its first event if the batch creates it, else {@link #BEFORE}
 */
record StreamMove(String streamId, String streamType, StreamVersion version, long firstPosition, long lastPosition) {

    /** The stream was there before the batch. */
    static final long BEFORE = 0;

    boolean creates() {
        return firstPosition != BEFORE;
    }
}
