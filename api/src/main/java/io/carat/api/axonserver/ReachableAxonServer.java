package io.carat.api.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.carat.api.failure.StoreUnreachableException;
import io.carat.api.startup.StartupRefused;
import io.carat.core.host.OneLine;
import java.time.Duration;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Axon Server, once it has answered. */
final class ReachableAxonServer {

    private static final Logger LOG = LoggerFactory.getLogger(ReachableAxonServer.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AxonServerConnectionManager connections;
    private final AxonServerConfiguration configuration;
    private final AxonServerSettings settings;

    private ReachableAxonServer(
            AxonServerConnectionManager connections,
            AxonServerConfiguration configuration,
            AxonServerSettings settings) {
        this.connections = connections;
        this.configuration = configuration;
        this.settings = settings;
    }

    /**
     * Waits until the event store of Axon Server answers.
     *
     * @throws StartupRefused if it does not within {@link AxonServerSettings#startTimeout()}
     */
    static ReachableAxonServer await(
            AxonServerConnectionManager connections,
            AxonServerConfiguration configuration,
            AxonServerSettings settings) {
        ReachableAxonServer server = new ReachableAxonServer(connections, configuration, settings);
        long deadline = System.nanoTime() + settings.startTimeout().toNanos();
        boolean told = false;
        for (StoreUnreachableException failure = server.ask(); failure != null; failure = server.ask()) {
            if (System.nanoTime() >= deadline) {
                throw server.refusal(failure);
            }
            if (!told) {
                LOG.warn(
                        "Waiting for Axon Server at {}, up to {} s",
                        server.address(),
                        settings.startTimeout().toSeconds());
                told = true;
            }
            pause();
        }
        LOG.info("Uses Axon Server at {}, context {}", server.address(), configuration.getContext());
        return server;
    }

    private @Nullable StoreUnreachableException ask() {
        try {
            lastToken();
            return null;
        } catch (StoreUnreachableException e) {
            return e;
        }
    }

    private StartupRefused refusal(StoreUnreachableException failure) {
        return new StartupRefused(
                "Axon Server at " + address() + " does not answer within "
                        + settings.startTimeout().toSeconds()
                        + " s (" + OneLine.of(OneLine.rootOf(failure))
                        + "); start it, check AXON_AXONSERVER_SERVERS and"
                        + " AXON_AXONSERVER_CONTEXT, or wait longer with " + AxonServerSettings.PREFIX
                        + ".start-timeout",
                failure);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Axon Server", e);
        }
    }

    /** Where it is, as configured: host and port, several with commas. */
    String address() {
        return configuration.getServers();
    }

    /** Whether the connection stands. */
    boolean isConnected() {
        return connection().isConnected();
    }

    EventChannel events() {
        return connection().eventChannel();
    }

    /**
     * The position of the last event, -1 if there is none.
     *
     * @throws StoreUnreachableException if there is no answer
     */
    long lastToken() {
        return EventTokens.answer(events().getLastToken(), settings.requestTimeout());
    }

    private AxonServerConnection connection() {
        return connections.getConnection(configuration.getContext());
    }
}
