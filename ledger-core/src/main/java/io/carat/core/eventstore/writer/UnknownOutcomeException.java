package io.carat.core.eventstore.writer;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The database was lost while an append was being committed: it was stored wholly or not at all, and nobody knows. */
public final class UnknownOutcomeException extends EventStoreException {

    UnknownOutcomeException(String message, Throwable cause) {
        super(message, cause);
    }
}
