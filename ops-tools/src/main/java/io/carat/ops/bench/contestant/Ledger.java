package io.carat.ops.bench.contestant;

import io.carat.core.decision.Outcome;

/** The ledger's command handlers in this process, on some event store. */
interface Ledger extends AutoCloseable {

    /** Handles a command and returns once its events are durable. */
    Outcome send(Object command);

    /** The end of the log. */
    long position();

    @Override
    void close();
}
