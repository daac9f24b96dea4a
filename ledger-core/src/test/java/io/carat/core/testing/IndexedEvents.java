package io.carat.core.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** Axon's engine in memory, which finds the events of one stream without going through all others. One thread. */
final class IndexedEvents extends InMemoryEventStorageEngine {

    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        super.appendEvents(events);
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> ofStream) {
                streams.computeIfAbsent(ofStream.getAggregateIdentifier(), ignored -> new ArrayList<>())
                        .add(ofStream);
            }
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(streams.getOrDefault(aggregateIdentifier, List.of()).stream()
                .filter(event -> event.getSequenceNumber() >= firstSequenceNumber));
    }
}
