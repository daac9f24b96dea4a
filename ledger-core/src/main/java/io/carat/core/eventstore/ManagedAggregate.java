package io.carat.core.eventstore;

import io.carat.core.aggregate.LedgerAggregate;
import org.axonframework.modelling.command.Aggregate;

/**
 * An aggregate that a unit of work has loaded to change it.
 *
 * @param root an instance of its own: no other unit of work has it
 * @param aggregate Axon's view of it
 */
record ManagedAggregate<A extends LedgerAggregate<?>>(AggregateType<A> type, A root, Aggregate<A> aggregate) {}
