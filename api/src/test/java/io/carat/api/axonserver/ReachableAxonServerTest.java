package io.carat.api.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.api.startup.StartupRefused;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** A start waits for Axon Server, for a bounded time, and health shows whether it answers. */
class ReachableAxonServerTest {

    private final StandInAxonServer server = StandInAxonServer.start();
    private final AxonServerConfiguration configuration = AxonServerConfiguration.builder()
            .servers(server.address())
            .componentName("test")
            .build();
    private final AxonServerConnectionManager connections = connections();

    private AxonServerConnectionManager connections() {
        configuration.setReconnectInterval(200);
        return AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
    }

    @AfterEach
    void close() {
        connections.shutdown();
        server.close();
    }

    private ReachableAxonServer await(Duration startTimeout) {
        return ReachableAxonServer.await(
                connections, configuration, new AxonServerSettings(startTimeout, Duration.ofSeconds(1)));
    }

    @Test
    void givesUpWithOneLineThatSaysWhatToDo() {
        server.goDown();
        assertThatThrownBy(() -> await(Duration.ofSeconds(1)))
                .isInstanceOf(StartupRefused.class)
                .hasMessageMatching("Axon Server at 127\\.0\\.0\\.1:\\d+ does not answer within 1 s \\(.*\\); start it,"
                        + " check AXON_AXONSERVER_SERVERS and AXON_AXONSERVER_CONTEXT, or wait longer with"
                        + " carat\\.axon-server\\.start-timeout");
    }

    @Test
    void waitsForAServerThatComesLate() {
        server.goDown();
        CompletableFuture<ReachableAxonServer> waiting =
                CompletableFuture.supplyAsync(() -> await(Duration.ofSeconds(30)));
        server.comeBack();
        assertThat(waiting.join().lastToken()).isEqualTo(-1);
    }

    @Test
    void healthFollowsTheServer() {
        AxonServerHealth health = new AxonServerHealth(await(Duration.ofSeconds(30)));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("servers", server.address());
        server.goDown();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }
}
