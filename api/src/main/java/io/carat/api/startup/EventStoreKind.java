package io.carat.api.startup;

import java.util.Locale;

/** Where the events are kept ({@code carat.eventstore}). */
public enum EventStoreKind {
    /** In tables of the PostgreSQL database. */
    POSTGRES,
    /** In Axon Server, which also routes commands between nodes. */
    AXONSERVER;

    /** As it is written in settings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
