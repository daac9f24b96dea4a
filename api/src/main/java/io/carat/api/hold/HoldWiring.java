package io.carat.api.hold;

import io.carat.projection.hold.HoldMeters;
import io.carat.projection.hold.HoldQueries;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The report of open bets and its gauges. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HoldSettings.class)
class HoldWiring {

    @Bean
    HoldQueries holdQueries(DataSource dataSource) {
        return new HoldQueries(dataSource);
    }

    @Bean
    HoldMeters holdMeters(HoldQueries queries, HoldSettings settings, MeterRegistry registry) {
        return new HoldMeters(queries, settings.policy(), registry, Clock.systemUTC());
    }
}
