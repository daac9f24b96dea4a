package io.carat.core.eventstore.chain;

/** Rows of events as PostgreSQL's binary COPY writes them. */
final class CopyFormat {

    /** The columns, in order: what is known with the position, then the {@link EventFields}. */
    static final String COLUMNS = "position, committed_at, hash, " + EventFields.NAMES;

    /** What comes before the first row: a signature of 11 bytes, flags and the length of an extension. */
    static final int HEADER_BYTES = 11 + 2 * Integer.BYTES;

    /** Stands in place of a row's number of columns after the last one. */
    static final short END = -1;

    private CopyFormat() {}
}
