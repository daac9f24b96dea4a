package io.carat.core.eventstore.writer;

import io.carat.core.eventstore.chain.Hash;
import java.time.Instant;

/**
 * The end of the log.
 *
 * @param position of the last event, 0 if there is none
 * @param time at which the last event was appended
 * @param hash of the log up to the position
 */
record LogHead(long position, Instant time, Hash hash) {

    /** For a batch that appends nothing. */
    static final LogHead UNREAD = new LogHead(0, Instant.EPOCH, Hash.ZERO);
}
