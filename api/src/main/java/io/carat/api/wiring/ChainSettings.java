package io.carat.api.wiring;

import io.carat.api.startup.StartupRefused;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the signed heads ({@code carat.chain.*}).
 *
 * @param keyFile the node's signing key ({@code key-file}); by default {@code chain/signing-key.pem} in the data directory
 * @param signEvery how often the log's head is signed while it moves ({@code sign-every})
 */
@ConfigurationProperties("carat.chain")
record ChainSettings(
        @Nullable Path keyFile, @DefaultValue("10s") Duration signEvery) {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    /** The interval, if it is one. */
    Duration requireInterval() {
        if (signEvery.compareTo(SHORTEST) < 0) {
            throw new StartupRefused("the setting carat.chain.sign-every = '" + signEvery.toMillis()
                    + "ms' is not valid: expected " + SHORTEST.toMillis() + "ms or more");
        }
        return signEvery;
    }
}
