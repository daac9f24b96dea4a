package io.carat.core.aggregate;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;

/** The repositories, one per aggregate class, and the clock. Every call belongs to the running unit of work. */
public interface AggregateAccess {

    /** The server's time (rule book §0). */
    Instant now();

    /** The aggregate of this id, locked until the unit of work ends; one without events if it does not exist. */
    <A extends LedgerAggregate<?>> Aggregate<A> loadOrCreate(Class<A> type, String id);

    /** As {@link #loadOrCreate}, for what most likely does not exist yet: an event store may then spare the look. */
    default <A extends LedgerAggregate<?>> Aggregate<A> createOrLoad(Class<A> type, String id) {
        return loadOrCreate(type, id);
    }

    /**
     * The append of the running unit of work is to follow the event at this position, with nothing in between: it conflicts
     * if the log has moved on. An event store that cannot look says so in its own words.
     */
    void appendOnlyAfter(long position);

    /** Shared configuration, read without a lock and checked at the append; empty if it does not exist. */
    <A extends LedgerAggregate<?>> Optional<A> reference(Class<A> type, String id);
}
