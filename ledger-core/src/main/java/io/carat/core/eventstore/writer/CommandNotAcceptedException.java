package io.carat.core.eventstore.writer;

/** A command was turned away before it was handled. Nothing happened; the caller may ask again later. */
public final class CommandNotAcceptedException extends RuntimeException {

    /** Why commands are turned away. */
    public enum Reason {
        /** As many commands as allowed are being handled. */
        SATURATED,
        /** This node is stopping. */
        STOPPING
    }

    private final Reason reason;

    /** Not accepted for this reason. */
    public CommandNotAcceptedException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Why it was turned away. */
    public Reason reason() {
        return reason;
    }
}
