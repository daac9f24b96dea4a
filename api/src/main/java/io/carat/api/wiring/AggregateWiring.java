package io.carat.api.wiring;

import io.carat.api.axonserver.AxonServerAccess;
import io.carat.api.startup.OnAxonServer;
import io.carat.api.startup.OnPostgresEventStore;
import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.bet.BetAuthorization;
import io.carat.core.bucket.WalletBucket;
import io.carat.core.catalogue.CatalogueItem;
import io.carat.core.claim.Claim;
import io.carat.core.deposit.Deposit;
import io.carat.core.eventstore.AggregateLocks;
import io.carat.core.eventstore.LedgerEventStore;
import io.carat.core.player.Player;
import io.carat.core.policy.PolicyVersions;
import io.carat.core.topology.Platform;
import io.carat.core.topology.TopologyVersions;
import io.carat.core.withdrawal.Withdrawal;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The aggregates of the ledger: a new class is added to the list. */
@Configuration(proxyBeanMethods = false)
class AggregateWiring {

    private static final List<Class<? extends LedgerAggregate<?>>> AGGREGATES = List.of(
            CatalogueItem.class,
            TopologyVersions.class,
            Platform.class,
            PolicyVersions.class,
            Claim.class,
            Player.class,
            WalletBucket.class,
            Deposit.class,
            BetAuthorization.class,
            Withdrawal.class);

    @Bean
    @OnPostgresEventStore
    AggregateAccess aggregateAccess(LedgerEventStore store) {
        return new RepositoryAccess(store, AggregateLocks.bounded(), AGGREGATES);
    }

    @Bean
    @OnAxonServer
    AggregateAccess axonServerAccess(EventStore store) {
        return new AxonServerAccess(store, AggregateLocks.bounded(), AGGREGATES);
    }
}
