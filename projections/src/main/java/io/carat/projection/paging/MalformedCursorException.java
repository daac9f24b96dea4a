package io.carat.projection.paging;

/** A cursor that no page of this list gave out. */
public final class MalformedCursorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Refuses this text. */
    public MalformedCursorException(String cursor) {
        super("Not a cursor of this list: " + (cursor.length() > 60 ? cursor.substring(0, 60) + "..." : cursor));
    }
}
