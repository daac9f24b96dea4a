package io.carat.api.axonserver;

import io.carat.core.LedgerTypes;
import io.carat.core.catalogue.CatalogueEvent.ProviderRegistered;
import io.carat.core.eventstore.PostgresEventStorageEngine;
import io.carat.core.eventstore.names.StableNameSerializer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The event store of one node, without the application around it. */
final class StoreOnAxonServer implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final AxonServerConnectionManager connections;
    final AxonServerConfiguration configuration;
    final EventTokens tokens;
    final AxonServerLedgerStore store;

    StoreOnAxonServer(String address) {
        configuration = AxonServerConfiguration.builder()
                .servers(address)
                .componentName("test")
                .clientId("test-" + UUID.randomUUID())
                .build();
        connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        AxonServerSettings settings = new AxonServerSettings(TIMEOUT, TIMEOUT);
        ReachableAxonServer server = ReachableAxonServer.await(connections, configuration, settings);
        tokens = new EventTokens(server::events, TIMEOUT);
        StableNameSerializer serializer = LedgerTypes.eventSerializer();
        AxonServerEventStore.Builder builder = AxonServerEventStore.builder()
                .platformConnectionManager(connections)
                .configuration(configuration)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .snapshotFilter(snapshot -> false);
        builder.build();
        store = new AxonServerLedgerStore(builder, tokens, List.of());
    }

    /** Stores the events in one unit of work and returns the position that it was told. */
    long append(DomainEventMessage<?>... events) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("append"));
        store.publish(List.of(events));
        unitOfWork.commit();
        return unitOfWork.<Long>getResource(PostgresEventStorageEngine.APPENDED_POSITION);
    }

    /** The next event of a stream. */
    static DomainEventMessage<?> event(String stream, long sequence) {
        return new GenericDomainEventMessage<>("catalogue", stream, sequence, new ProviderRegistered(stream, "test"));
    }

    static String newStream() {
        return "provider:" + UUID.randomUUID();
    }

    /** What a stream holds, as sequences. */
    Stream<Long> sequences(String stream) {
        return store.readEvents(stream).asStream().map(DomainEventMessage::getSequenceNumber);
    }

    @Override
    public void close() {
        tokens.close();
        connections.shutdown();
    }
}
