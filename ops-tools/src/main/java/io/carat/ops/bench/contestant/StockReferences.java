package io.carat.ops.bench.contestant;

import io.carat.core.aggregate.LedgerAggregate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

/**
 * Topologies, policies and games for the stock engine, kept in memory and never checked again. Its repositories would
 * lock each of them for the time of a command, so that one command ran at a time: this is better than stock.
 */
final class StockReferences {

    private final EventStore store;
    private final Map<String, Object> roots = new ConcurrentHashMap<>();

    StockReferences(EventStore store) {
        this.store = store;
        store.subscribe(messages -> messages.forEach(message -> {
            if (message instanceof DomainEventMessage<?> event) {
                roots.remove(event.getAggregateIdentifier());
            }
        }));
    }

    <A extends LedgerAggregate<?>> Optional<A> find(Class<A> type, String id) {
        Object known = roots.get(id);
        if (known == null) {
            Optional<A> read = read(type, id);
            read.ifPresent(root -> roots.put(id, root));
            return read;
        }
        return Optional.of(type.cast(known));
    }

    private <A extends LedgerAggregate<?>> Optional<A> read(Class<A> type, String id) {
        DomainEventStream events = store.readEvents(id);
        if (!events.hasNext()) {
            return Optional.empty();
        }
        AggregateModel<A> model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type);
        EventSourcedAggregate<A> aggregate = EventSourcedAggregate.initialize(
                new GenericAggregateFactory<>(model).createAggregateRoot(id, events.peek()),
                model,
                store,
                NoSnapshotTriggerDefinition.INSTANCE.prepareTrigger(type));
        aggregate.initializeState(events);
        return Optional.of(aggregate.getAggregateRoot());
    }
}
