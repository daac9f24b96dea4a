package io.carat.core.eventstore;

/** An event with its hash, ready to be given a position. */
final class ChainedEvent {

    private final StoredEvent event;
    private final StreamVersion version;

    private ChainedEvent(StoredEvent event, Hash hash) {
        this.event = event;
        this.version = new StreamVersion(event.sequence(), hash);
    }

    static ChainedEvent after(Hash previous, StoredEvent event) {
        return new ChainedEvent(event, HashChain.ofEvent(previous, event));
    }

    String streamId() {
        return event.streamId();
    }

    String streamType() {
        return event.streamType();
    }

    StoredEvent event() {
        return event;
    }

    /** The stream's version with this event. */
    StreamVersion version() {
        return version;
    }
}
