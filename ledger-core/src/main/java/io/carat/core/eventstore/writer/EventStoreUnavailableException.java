package io.carat.core.eventstore.writer;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** No connection to the event store could be had. Nothing was stored; the caller may ask again later. */
public final class EventStoreUnavailableException extends EventStoreException {

    /** The database could not be asked, for this reason. */
    public EventStoreUnavailableException(Throwable cause) {
        super("The event store cannot be reached: " + cause.getMessage(), cause);
    }
}
