package io.carat.api.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** The ledger's own meters: Axon's have names that Prometheus tools refuse. */
@AutoConfiguration(
        before = LedgerAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
public class LedgerMetricsAutoConfiguration {

    @Bean
    @ConditionalOnBean(MeterRegistry.class)
    LedgerMetrics ledgerMetrics(MeterRegistry registry) {
        return new LedgerMetrics(registry);
    }
}
