package io.carat.api.wiring;

import io.carat.api.axonserver.AxonServerAccess;
import io.carat.api.startup.OnAxonServer;
import io.carat.api.startup.OnPostgresEventStore;
import io.carat.core.LedgerAssembly;
import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.eventstore.LedgerEventStore;
import io.carat.core.eventstore.LedgerRepositories;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The repositories of the ledger's aggregates, which {@link LedgerAssembly} lists. */
@Configuration(proxyBeanMethods = false)
class AggregateWiring {

    @Bean
    @OnPostgresEventStore
    AggregateAccess aggregateAccess(LedgerEventStore store) {
        return new LedgerRepositories(store, LedgerAssembly.AGGREGATES);
    }

    @Bean
    @OnAxonServer
    AggregateAccess axonServerAccess(EventStore store) {
        return new AxonServerAccess(store, LedgerAssembly.AGGREGATES);
    }
}
