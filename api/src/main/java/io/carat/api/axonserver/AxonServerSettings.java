package io.carat.api.axonserver;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of our own for Axon Server ({@code carat.axon-server.*}); those of its connector are {@code axon.axonserver.*}.
 *
 * @param startTimeout how long a start waits for Axon Server ({@code start-timeout})
 * @param requestTimeout how long a question to Axon Server may take ({@code request-timeout})
 */
@ConfigurationProperties(AxonServerSettings.PREFIX)
public record AxonServerSettings(
        @DefaultValue("60s") Duration startTimeout,
        @DefaultValue("5s") Duration requestTimeout) {

    static final String PREFIX = "carat.axon-server";
}
