package io.carat.core.eventstore;

import java.util.OptionalLong;

/** Where the log ends and where streams begin, in global positions (1, 2, 3, ... in commit order). */
public interface EventPositions {

    /** The position of the last event, 0 if there is none. */
    long headPosition();

    /** The position of the first event of a stream, empty if the stream does not exist. */
    OptionalLong firstPosition(String streamId);
}
