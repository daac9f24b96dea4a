package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.api.axonserver.StandInAxonServer;
import io.carat.core.testing.TestDatabase;
import io.carat.projection.ProcessorLag;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Axon Server goes away while the server runs, and comes back. */
class AxonServerOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void isToldByHealthAndByAnswersAndOverByItself() {
        try (StandInAxonServer store = StandInAxonServer.start();
                TestDatabase database = TestDatabase.fresh();
                RunningServer server = RunningServer.node(
                        database,
                        Map.of("carat.eventstore", "axonserver", "axon.axonserver.servers", store.address()))) {
            Player player = new Player(server);
            player.deposit("SPORTS_NORMAL", 10_000).ok();
            assertThat(readiness(player)).isEqualTo(200);

            store.goDown();
            String key = player.key();
            Answer refused = player.deposit("SPORTS_NORMAL", 500, player.id + "-again", key);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("code")).isIn("STORE_UNAVAILABLE", "OUTCOME_UNKNOWN");
            await().atMost(PATIENCE).until(() -> readiness(player) == 503);

            store.comeBack();
            await().atMost(PATIENCE).until(() -> readiness(player) == 200);
            await().atMost(PATIENCE)
                    .until(() -> player.deposit("SPORTS_NORMAL", 500, player.id + "-again", key)
                                    .status()
                            == 200);
            player.has("SPORTS_NORMAL 10500");
            await().atMost(PATIENCE).until(() -> server.bean(ProcessorLag.class).of("wallet-ledger") == 0);
        }
    }

    private static int readiness(Player player) {
        return player.get("/actuator/health/readiness").status();
    }
}
