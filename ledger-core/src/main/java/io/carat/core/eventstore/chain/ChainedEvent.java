package io.carat.core.eventstore.chain;

/** An event with its hash, ready to be given a position. */
public final class ChainedEvent {

    private final StoredEvent event;
    private final byte[] fields;
    private final StreamVersion version;

    private ChainedEvent(StoredEvent event, byte[] fields, Hash hash) {
        this.event = event;
        this.fields = fields;
        this.version = new StreamVersion(event.sequence(), hash);
    }

    /** The event behind the one of its stream that has this hash. */
    public static ChainedEvent after(Hash previous, StoredEvent event) {
        byte[] fields = EventFields.encode(event);
        return new ChainedEvent(event, fields, HashChain.ofFields(previous, fields));
    }

    /** The stream. */
    public String streamId() {
        return event.streamId();
    }

    /** The type of the stream's aggregate. */
    public String streamType() {
        return event.streamType();
    }

    StoredEvent event() {
        return event;
    }

    /** Its columns as {@link EventFields} encodes them: the bytes that are hashed are those that are stored. */
    byte[] fields() {
        return fields;
    }

    /** The stream's version with this event. */
    public StreamVersion version() {
        return version;
    }
}
