package io.carat.api.startup;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Reads the settings people give before anything else does, so that a wrong one is named instead of failing in some library. */
final class EarlySettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int MAX_PORT = 65_535;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Binder binder = Binder.get(context.getEnvironment());
        binder.bind("server.port", Integer.class).ifBound(EarlySettings::requirePort);
        CaratSettings settings = binder.bindOrCreate("carat", CaratSettings.class);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("carat-event-store", following(settings.eventstore())));
    }

    /** What follows from the choice of the event store, whatever else is set. */
    private static Map<String, Object> following(EventStoreKind kind) {
        return switch (kind) {
            case POSTGRES -> Map.of("axon.axonserver.enabled", false);
            case AXONSERVER ->
                Map.of(
                        "axon.axonserver.enabled", true,
                        // Else events that a processor ignores are held back, and its position stands still.
                        "axon.axonserver.event-block-listing-enabled", false,
                        "management.endpoint.health.group.readiness.include", "readinessState, db, axonServer");
        };
    }

    /** Below zero, Spring Boot starts no web server; 0 is any free port. */
    private static void requirePort(int port) {
        if (port > MAX_PORT) {
            throw new StartupRefused(
                    "the setting server.port = '" + port + "' is not a port (1 to 65535, or 0 for any free one)");
        }
    }
}
