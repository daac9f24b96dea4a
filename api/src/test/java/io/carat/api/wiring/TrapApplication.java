package io.carat.api.wiring;

import io.carat.core.eventstore.LedgerEventStore;
import io.carat.core.eventstore.LedgerRepository;
import io.carat.core.eventstore.StreamLocks;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.eventstore.names.StableNames;
import io.carat.core.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The auto-configurations, Axon's and ours, with a little domain of its own and no HTTP. Not a configuration by annotation,
 * so that no other test's component scan takes it in.
 */
@EnableAutoConfiguration
class TrapApplication {

    static ConfigurableApplicationContext start(TestDatabase database, Class<?>... more) {
        return start(database, List.of(), more);
    }

    /** The same, with settings such as {@code name=value}. */
    static ConfigurableApplicationContext start(TestDatabase database, List<String> settings, Class<?>... more) {
        return new SpringApplicationBuilder(TrapApplication.class)
                .sources(more)
                .properties(settings.toArray(String[]::new))
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password(),
                        "db-scheduler.enabled=false")
                .run();
    }

    @Bean
    StableNameSerializer eventSerializer() {
        return StableNameSerializer.forEvents(
                StableNames.builder().add("jar.filled.v1", Jar.Filled.class).build());
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    StableNames sagaNames() {
        return StableNames.builder().add("jar-saga.v1", JarSaga.class).build();
    }

    @Bean
    LedgerRepository<Jar> jars(LedgerEventStore store) {
        return new LedgerRepository<>(store, Jar.class, new StreamLocks());
    }

    @Bean
    Jar.Filling filling(LedgerRepository<Jar> jars) {
        return new Jar.Filling(jars);
    }

    @Bean
    JarRows jarRows(DataSource dataSource) {
        return new JarRows(dataSource);
    }

    @Bean
    JarSaga.Switch sagaSwitch() {
        return new JarSaga.Switch();
    }

    @Bean
    SagaType jarSaga() {
        return new SagaType(JarSaga.class);
    }
}
