package io.carat.ops.verify;

import io.carat.core.eventstore.chain.LogRow;
import org.jspecify.annotations.Nullable;

/**
 * Which event.
 *
 * @param event its permanent name, null when the event is not there to tell
 */
record EventPlace(
        long position,
        String stream,
        long sequence,
        @Nullable String event) {

    static EventPlace of(LogRow row) {
        return new EventPlace(row.position(), row.streamId(), row.sequence(), row.eventName());
    }

    @Override
    public String toString() {
        return "position " + position + " (event " + sequence + " of stream " + stream + ")";
    }
}
