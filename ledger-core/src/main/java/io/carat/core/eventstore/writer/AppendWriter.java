package io.carat.core.eventstore.writer;

/** Makes appends durable, in the order of their submission. */
interface AppendWriter {

    /**
     * Takes an append. The caller may go on to decide on top of it: if this one fails, what was submitted on top of it
     * fails too.
     *
     * @throws CommandNotAcceptedException if too many are waiting, or none is taken any more
     */
    PendingAppend submit(Append append);
}
