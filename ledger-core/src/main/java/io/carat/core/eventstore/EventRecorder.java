package io.carat.core.eventstore;

import io.carat.core.eventstore.chain.StoredEvent;
import io.carat.core.eventstore.names.StableNameSerializer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;

/** Turns messages into their stored form. */
final class EventRecorder {

    private final StableNameSerializer serializer;

    EventRecorder(StableNameSerializer serializer) {
        this.serializer = serializer;
    }

    /**
     * The stored form of messages, in their order.
     *
     * @throws EventStoreException if one was not applied by an aggregate: every fact belongs to a stream
     */
    List<StoredEvent> record(List<? extends EventMessage<?>> messages) {
        return messages.stream().map(this::record).toList();
    }

    private StoredEvent record(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event) || event.getAggregateIdentifier() == null) {
            throw new EventStoreException("Only aggregates publish events, and no aggregate applied "
                    + message.getPayloadType().getName());
        }
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        SerializedObject<String> metadata = event.serializeMetaData(serializer, String.class);
        return new StoredEvent(
                event.getAggregateIdentifier(),
                event.getType(),
                event.getSequenceNumber(),
                UUID.fromString(event.getIdentifier()),
                payload.getType().getName(),
                payload.getType().getRevision(),
                event.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                payload.getData(),
                metadata.getData());
    }
}
