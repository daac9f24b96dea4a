package io.carat.api.startup;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server's own settings.
 *
 * @param data the data directory ({@code carat.data}): credentials, the embedded database, logs
 * @param topology the topology made active on the first start ({@code carat.topology})
 * @param eventstore where the events are kept ({@code carat.eventstore})
 * @param postgres the embedded PostgreSQL; unused when {@code spring.datasource.url} is set
 */
@ConfigurationProperties("carat")
public record CaratSettings(
        @DefaultValue("carat-data") Path data,
        @DefaultValue("RUBY_SPLIT_V1") StartTopology topology,
        @DefaultValue("postgres") EventStoreKind eventstore,
        @DefaultValue Postgres postgres) {

    /**
     * Settings of the embedded PostgreSQL.
     *
     * @param port the loopback port, 0 for any free one ({@code carat.postgres.port})
     * @param settings server settings that override the durable defaults ({@code carat.postgres.settings.*})
     */
    public record Postgres(
            @DefaultValue("0") int port, @DefaultValue Map<String, String> settings) {}
}
