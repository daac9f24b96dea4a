package io.carat.core.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** No connection to the event store could be had. Nothing was stored; the caller may ask again later. */
public final class EventStoreUnavailableException extends EventStoreException {

    EventStoreUnavailableException(Throwable cause) {
        super("The event store cannot be reached: " + cause.getMessage(), cause);
    }
}
