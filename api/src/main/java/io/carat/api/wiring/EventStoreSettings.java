package io.carat.api.wiring;

import io.carat.core.eventstore.LedgerCommandBus;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the event store ({@code carat.event-store.*}).
 *
 * @param poolSize connections of its own to read by ({@code pool-size})
 * @param connectionTimeout how long a command waits for one ({@code connection-timeout})
 * @param maxCommands commands handled at the same time; more are turned away ({@code max-commands})
 */
@ConfigurationProperties("carat.event-store")
record EventStoreSettings(
        @DefaultValue("10") int poolSize,
        @DefaultValue("5s") Duration connectionTimeout,

        @DefaultValue("" + LedgerCommandBus.DEFAULT_MAX_IN_FLIGHT)
        int maxCommands) {}
