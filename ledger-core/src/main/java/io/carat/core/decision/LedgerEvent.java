package io.carat.core.decision;

/** A fact of the ledger. It belongs to exactly one stream and is never changed after it is appended. */
public interface LedgerEvent {

    /** The id of the stream, and so of the aggregate, that this event belongs to. */
    String streamId();
}
