package io.carat.core.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * A stream and where a batch leaves it.
 *
 * @param firstPosition of its first event if the batch creates it, else null
 */
record StreamMove(
        String streamId,
        String streamType,
        StreamVersion version,
        @Nullable Long firstPosition,
        long lastPosition) {

    boolean creates() {
        return firstPosition != null;
    }
}
