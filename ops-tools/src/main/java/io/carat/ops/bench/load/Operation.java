package io.carat.ops.bench.load;

/** What is timed. */
public enum Operation {
    /** A stake is held. */
    AUTHORIZE,
    /** A result is paid. */
    SETTLE,
    /** Money goes from one account to another. */
    TRANSFER,
    /** Rows are written and committed together. */
    BATCH
}
