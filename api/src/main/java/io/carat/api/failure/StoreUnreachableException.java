package io.carat.api.failure;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The event store did not answer a question; nothing was stored. */
public final class StoreUnreachableException extends EventStoreException {

    /** Keeps what was caught as the cause. */
    public StoreUnreachableException(Throwable cause) {
        super("The event store cannot be reached: " + cause.getMessage(), cause);
    }
}
