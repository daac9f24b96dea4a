package io.carat.core.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Makes appends durable. The seam between units of work and the database, where appends may be grouped. */
interface AppendWriter {

    /**
     * Stores an append and returns once it is durable.
     *
     * @throws ConcurrencyException if a stream has moved since it was read; nothing was stored
     * @throws UnknownOutcomeException if the database could not be asked whether the append was stored
     * @throws EventStoreException if nothing was stored for another reason
     */
    AppendedRange append(Append append);
}
