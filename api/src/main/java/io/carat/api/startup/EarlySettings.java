package io.carat.api.startup;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads the settings people give before anything else does, so that a wrong one is named instead of failing in some library. */
final class EarlySettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int MAX_PORT = 65_535;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Binder binder = Binder.get(context.getEnvironment());
        binder.bind("server.port", Integer.class).ifBound(EarlySettings::requirePort);
        binder.bindOrCreate("carat", CaratSettings.class);
    }

    /** Below zero, Spring Boot starts no web server; 0 is any free port. */
    private static void requirePort(int port) {
        if (port > MAX_PORT) {
            throw new StartupRefused(
                    "the setting server.port = '" + port + "' is not a port (1 to 65535, or 0 for any free one)");
        }
    }
}
