package io.carat.projection;

/** An event does not follow what its read model holds: an earlier event is missing there, or a row was changed. */
public final class ProjectionGapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long position;

    /** A gap that this event, at this global position, met. */
    public ProjectionGapException(Object event, long position) {
        super("At position %d the read model is not where this event expects it: %s".formatted(position, event));
        this.position = position;
    }

    /** The global position of the event that does not follow. */
    public long position() {
        return position;
    }
}
