package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.api.axonserver.StandInAxonServer;
import io.carat.api.axonserver.TestAxonServer;
import io.carat.core.testing.TestDatabase;
import io.carat.projection.ProcessorLag;
import io.carat.projection.reconciliation.Reconciliation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two nodes that share Axon Server, the given one or a stand-in, and the database of the read models. */
class TwoNodesOnAxonServerTest {

    private static final int BETS = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void decideForTheSamePlayerTogetherAndTheOneThatStaysGoesOn() throws Exception {
        try (StandInAxonServer standIn = StandInAxonServer.start();
                TestDatabase database = TestDatabase.fresh();
                RunningServer one = RunningServer.node(database, node(standIn, "one"))) {
            try (RunningServer two = one.sibling(node(standIn, "two"))) {
                Player player = new Player(one);
                player.deposit("SPORTS_NORMAL", 10_000).ok();
                List<Answer> accepted = betAtOnce(player, player.at(two));
                assertThat(accepted).hasSize(10);
                player.at(two).has("SPORTS_NORMAL 0+10000");
                player.at(two).settle(accepted.getFirst(), "t1", 2_000).ok();
                player.has("SPORTS_NORMAL 2000+9000");
                assertThat(standIn.clientsOf("acme:" + player.id)).hasSizeLessThanOrEqualTo(1);
                goOnWithout(two, player, accepted.get(1));
            }
        }
    }

    private static Map<String, Object> node(StandInAxonServer standIn, String name) {
        return Map.of(
                "carat.eventstore",
                "axonserver",
                "axon.axonserver.servers",
                TestAxonServer.given(TestAxonServer.GIVEN).orElse(standIn.address()),
                "axon.axonserver.client-id",
                name,
                "carat.node-id",
                name);
    }

    /** Ten of these bets are covered; all are sent at once, to both nodes in turn. */
    private static List<Answer> betAtOnce(Player one, Player two) throws Exception {
        List<Callable<Answer>> bets = new ArrayList<>();
        for (int i = 0; i < BETS; i++) {
            String betId = "b" + i;
            Player player = i % 2 == 0 ? one : two;
            bets.add(() -> player.bet(betId, "sports-1", 1_000));
        }
        List<Answer> accepted = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(bets)) {
                if (answer.get().status() == 200) {
                    accepted.add(answer.get());
                } else {
                    answer.get().refused(422, "INSUFFICIENT_FUNDS");
                }
            }
        }
        return accepted;
    }

    private static void goOnWithout(RunningServer leaving, Player player, Answer bet) {
        leaving.close();
        player.settle(bet, "t2", 0).ok();
        player.has("SPORTS_NORMAL 2000+8000");
        RunningServer staying = player.server();
        await().atMost(PATIENCE).until(() -> staying.bean(ProcessorLag.class).of("wallet-ledger") == 0);
        assertThat(staying.bean(Reconciliation.class).run().drifts()).isEmpty();
    }
}
