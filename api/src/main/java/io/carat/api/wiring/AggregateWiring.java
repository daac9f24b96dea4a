package io.carat.api.wiring;

import io.carat.core.LedgerAssembly;
import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.eventstore.LedgerEventStore;
import io.carat.core.eventstore.LedgerRepositories;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The repositories of the ledger's aggregates, which {@link LedgerAssembly} lists. */
@Configuration(proxyBeanMethods = false)
class AggregateWiring {

    @Bean
    AggregateAccess aggregateAccess(LedgerEventStore store) {
        return new LedgerRepositories(store, LedgerAssembly.AGGREGATES);
    }
}
