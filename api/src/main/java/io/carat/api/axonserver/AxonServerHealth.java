package io.carat.api.axonserver;

import io.carat.api.failure.StoreUnreachableException;
import io.carat.core.host.OneLine;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while Axon Server's event store answers. Axon's own indicator waits for classes of Spring Boot 3. */
final class AxonServerHealth extends AbstractHealthIndicator {

    private final ReachableAxonServer server;

    AxonServerHealth(ReachableAxonServer server) {
        this.server = server;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.withDetail("servers", server.address());
        try {
            builder.up().withDetail("lastPosition", server.lastToken());
        } catch (StoreUnreachableException e) {
            // Given the exception itself, every probe would log its stack trace.
            builder.down().withDetail("error", OneLine.of(e)).withDetail("connected", server.isConnected());
        }
    }
}
