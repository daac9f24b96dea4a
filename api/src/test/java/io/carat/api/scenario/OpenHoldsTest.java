package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.projection.ProcessorLag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Bets that no provider closes are told and never released (rule book §3, last bullet). */
class OpenHoldsTest {

    private final RunningServer server = RunningServer.split();
    private final Player player = new Player(server);

    @Test
    void anAncientHoldIsToldAlertedAndStaysUntilItsProviderCloses() {
        try (RunningServer node = server.sibling(Map.of("carat.holds.refresh-every", "100ms"))) {
            player.deposit("SPORTS_NORMAL", 10_000).ok();
            Answer bet = player.bet("old", "sports-1", 4_000).ok();
            Answer young = player.bet("young", "sports-1", 100).ok();
            String id = bet.text("authorizationId");
            age(id, "100 years");

            JsonNode hold = onlyOf(id, "/admin/v1/holds?olderThan=P36000D");
            assertThat(hold.get("overdue").asBoolean()).isTrue();
            assertThat(hold.get("ageSeconds").asLong())
                    .isGreaterThan(Duration.ofDays(36_000).toSeconds());
            assertThat(hold.at("/open/0/bucket").asString()).isEqualTo("SPORTS_NORMAL");
            assertThat(hold.at("/open/0/amount").asLong()).isEqualTo(4_000);
            assertThat(hold.get("playerId").asString()).isEqualTo(player.id);
            assertThat(onlyOf(young.text("authorizationId"), "/admin/v1/holds")
                            .get("overdue")
                            .asBoolean())
                    .isFalse();

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(metric(node, "wallet_bet_holds_overdue{provider=\"generic\"}"))
                            .isGreaterThanOrEqualTo(1));
            assertThat(metric(node, "wallet_bet_hold_oldest_seconds{provider=\"generic\"}"))
                    .isGreaterThan((double) Duration.ofDays(36_000).toSeconds());

            player.has("SPORTS_NORMAL 5900+4100");
            player.settle(bet, "t1", 4_000).ok();
            player.has("SPORTS_NORMAL 9900+100");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(ids("/admin/v1/holds?olderThan=P36000D")).doesNotContain(id));
        }
    }

    @Test
    void refusesWhatIsNotWellFormed() {
        for (String query : List.of("olderThan=1", "olderThan=-PT1S", "olderThan=P99999D", "cursor=x", "age=PT1H")) {
            player.get("/admin/v1/holds?" + query).refused(400, "INVALID_REQUEST");
        }
    }

    /** Ages the read model's row: the ledger itself knows one clock only. */
    private void age(String id, String age) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.bean(ProcessorLag.class).of("wallet-bet-authorization") == 0);
        int rows = server.bean(JdbcClient.class)
                .sql("UPDATE projection.wallet_bet_authorization SET opened_at = opened_at - CAST(:age AS interval)"
                        + " WHERE authorization_id = :id")
                .param("age", age)
                .param("id", id)
                .update();
        assertThat(rows).isEqualTo(1);
    }

    private List<String> ids(String path) {
        return holds(path).stream()
                .map(hold -> hold.get("authorizationId").asString())
                .toList();
    }

    private JsonNode onlyOf(String id, String path) {
        return holds(path).stream()
                .filter(hold -> hold.get("authorizationId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> holds(String path) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = player.get(path).ok().body();
        page.get("holds").forEach(all::add);
        while (!page.get("nextCursor").isNull()) {
            String next = path + (path.contains("?") ? "&" : "?") + "cursor="
                    + page.get("nextCursor").asString();
            page = player.get(next).ok().body();
            page.get("holds").forEach(all::add);
        }
        return all;
    }

    private static double metric(RunningServer node, String name) {
        String metrics = Wire.as(node, "ops").text("/metrics");
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(-1);
    }
}
