package io.carat.api.axonserver;

import io.carat.api.startup.OnAxonServer;
import io.carat.core.eventstore.AppendListener;
import io.carat.core.eventstore.LedgerCommandBus;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.command.CommandLoadFactorProvider;
import org.axonframework.axonserver.connector.command.CommandPriorityCalculator;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * With {@code carat.eventstore=axonserver}: Axon Server keeps the events and routes the commands. Tokens, sagas and read models
 * stay in PostgreSQL.
 */
@AutoConfiguration(
        afterName = "io.carat.api.wiring.LedgerAutoConfiguration",
        before = {AxonServerAutoConfiguration.class, AxonServerBusAutoConfiguration.class})
@OnAxonServer
@EnableConfigurationProperties(AxonServerSettings.class)
public class AxonServerLedgerAutoConfiguration {

    @Bean
    ReachableAxonServer reachableAxonServer(
            AxonServerConnectionManager connections,
            AxonServerConfiguration configuration,
            AxonServerSettings settings) {
        return ReachableAxonServer.await(connections, configuration, settings);
    }

    @Bean
    EventTokens eventTokens(ReachableAxonServer server, AxonServerSettings settings) {
        return new EventTokens(server::events, settings.requestTimeout());
    }

    @Bean
    @Primary
    @Qualifier("eventStore")
    AxonServerLedgerStore eventStore(
            AxonServerConnectionManager connections,
            AxonServerConfiguration configuration,
            @Qualifier("eventSerializer") Serializer serializer,
            EventTokens tokens,
            ObjectProvider<AppendListener> listeners) {
        AxonServerEventStore.Builder builder = AxonServerEventStore.builder()
                .platformConnectionManager(connections)
                .configuration(configuration)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .snapshotFilter(snapshot -> false);
        builder.build(); // makes the storage engine, which the store below takes from the builder
        return new AxonServerLedgerStore(builder, tokens, listeners.stream().toList());
    }

    @Bean
    RoutingStrategy routingStrategy(AxonServerLedgerStore store) {
        return new PlayerRouting(new StreamOwners(store));
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(ListableBeanFactory beans) {
        return MessageTypes.serializer(MessageTypes.handledBy(beans));
    }

    @Bean
    @Primary
    AxonServerCommandBus axonServerCommandBus(
            AxonServerConnectionManager connections,
            AxonServerConfiguration configuration,
            LedgerCommandBus local,
            @Qualifier("messageSerializer") Serializer serializer,
            RoutingStrategy routing,
            CommandPriorityCalculator priorities,
            CommandLoadFactorProvider loadFactors) {
        return AxonServerCommandBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(configuration)
                .localSegment(new TypedFailures(local))
                .serializer(serializer)
                .routingStrategy(routing)
                .priorityCalculator(priorities)
                .loadFactorProvider(loadFactors)
                .build();
    }

    /** Commands that other nodes have sent here end before the connection that stores their events. */
    @Bean
    Lifecycle drainBeforeDisconnect(LedgerCommandBus local, EventTokens tokens) {
        return lifecycle -> lifecycle.onShutdown(Phase.OUTBOUND_EVENT_CONNECTORS, () -> {
            local.shutdown();
            tokens.close();
        });
    }

    @Bean
    AxonServerHealth axonServerHealthIndicator(ReachableAxonServer server) {
        return new AxonServerHealth(server);
    }
}
