package io.carat.core.eventstore.chain;

/**
 * Where a stream is.
 *
 * @param sequence of its last event, -1 if it has none
 * @param hash of its last event: two events can have the same place on two nodes, but not the same hash
 */
public record StreamVersion(long sequence, Hash hash) {

    /** Of a stream that does not exist. */
    public static final StreamVersion NONE = new StreamVersion(-1, Hash.ZERO);

    /** Whether the stream has events. */
    public boolean exists() {
        return sequence >= 0;
    }
}
