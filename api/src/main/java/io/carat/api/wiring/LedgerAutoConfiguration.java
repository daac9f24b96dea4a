package io.carat.api.wiring;

import io.carat.api.startup.OnPostgresEventStore;
import io.carat.core.LedgerTypes;
import io.carat.core.eventstore.AppendListener;
import io.carat.core.eventstore.CommandListener;
import io.carat.core.eventstore.LedgerCommandBus;
import io.carat.core.eventstore.LedgerEventStore;
import io.carat.core.eventstore.PostgresConflicts;
import io.carat.core.eventstore.PostgresEventStorageEngine;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.eventstore.names.StableNames;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The event store and the command bus. Axon's auto-configuration waits for classes of Spring Boot 3 and would silently
 * do without a transaction manager; this one runs before it and after what it needs of Spring Boot 4.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        },
        before = {
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            JdbcAutoConfiguration.class,
            EventProcessingAutoConfiguration.class,
            AxonAutoConfiguration.class
        })
@EnableConfigurationProperties(EventStoreSettings.class)
public class LedgerAutoConfiguration {

    /** The serializer of tokens and sagas; knows the names that every {@link StableNames} bean lists. */
    @Bean
    @Primary
    @ConditionalOnMissingBean(name = "serializer")
    Serializer serializer(ObjectProvider<StableNames> lists) {
        StableNames.Builder names = StableNames.builder().addAll(LedgerTypes.names());
        lists.forEach(names::addAll);
        return StableNameSerializer.general(names.build());
    }

    @Bean
    @Qualifier("eventSerializer")
    @ConditionalOnMissingBean(name = "eventSerializer")
    StableNameSerializer eventSerializer() {
        return LedgerTypes.eventSerializer();
    }

    @Bean
    @OnPostgresEventStore
    EventStorePool eventStorePool(DataSource application, EventStoreSettings settings) {
        return EventStorePool.beside(application, settings);
    }

    @Bean
    @OnPostgresEventStore
    PostgresEventStorageEngine eventStorageEngine(
            EventStorePool pool,
            @Qualifier("eventSerializer") StableNameSerializer serializer,
            ObjectProvider<AppendListener> listeners) {
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(pool.connections(), serializer);
        listeners.forEach(engine::onAppend);
        return engine;
    }

    @Bean
    @OnPostgresEventStore
    @Primary
    @Qualifier("eventStore")
    LedgerEventStore eventStore(PostgresEventStorageEngine engine) {
        return LedgerEventStore.on(engine);
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new PostgresConflicts();
    }

    @Bean(destroyMethod = "shutdown")
    @Qualifier("localSegment")
    LedgerCommandBus commandBus(
            EventStoreSettings settings,
            ObjectProvider<CommandListener> listener,
            ObjectProvider<CorrelationDataProvider> correlation,
            EventStore drainedBeforeIt) {
        LedgerCommandBus bus = LedgerCommandBus.create(settings.maxCommands(), listener.getIfAvailable(() ->
                (name, outcome, answer, attempts, duration) -> {}));
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(correlation.stream().toList()));
        return bus;
    }
}
