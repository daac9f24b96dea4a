package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.api.scenario.RunningServer.TopologyCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Points over HTTP: the acceptance cases 34 and 35 of the rule book §12 on both topologies, expiry and restore. */
class PointsCasesTest {

    private static Player on(String topology) {
        return new Player(RunningServer.on(TopologyCode.valueOf("RUBY_" + topology + "_V1")));
    }

    /** Points of a player, in lots. */
    private record Points(Player player) {

        Answer credit(long amount, @Nullable String expiresAt) {
            String expiry = expiresAt == null ? "" : ", \"expiresAt\": \"" + expiresAt + "\"";
            return player.post("/v2/points/credits", player.key(), """
                {"brandId": "acme", "playerId": "%s", "amount": %d, "reason": "weekly loyalty"%s}\
                """.formatted(player.id, amount, expiry));
        }

        Answer transfer(String to, long points) {
            return transfer(to, points, player.key());
        }

        Answer transfer(String to, long points, String key) {
            return player.post("/v2/points/transfers", key, """
                {"brandId": "acme", "playerId": "%s", "currency": "KRW", "to": "%s", "points": %d}\
                """.formatted(player.id, to, points));
        }

        Answer expire() {
            return player.post(
                    "/admin/v1/loyalty/points/expiries",
                    "ops",
                    player.key(),
                    "{\"brandId\": \"acme\", \"playerId\": \"%s\"}".formatted(player.id));
        }

        Answer restore(String expiryId, long points, String expiresAt) {
            return player.post("/admin/v1/loyalty/points/restores", "finance", player.key(), """
                {"brandId": "acme", "playerId": "%s", "expiryId": "%s", "points": %d, "expiresAt": "%s",
                 "reason": "expired while the site was down"}\
                """.formatted(
                            player.id, expiryId, points, expiresAt));
        }

        JsonNode view() {
            return player.get("/v2/points/acme/" + player.id).ok().body();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SPLIT,   SPORTS_NORMAL, sports-1, SPORTS",
        "SPLIT,   CASINO_NORMAL, live-1,   CASINO",
        "UNIFIED, COMMON_NORMAL, sports-1, SPORTS"
    })
    void case35PointsBecomeMoneyWithRollingInEachConfiguredTarget(
            String topology, String target, String game, String policy) {
        Player player = on(topology);
        Points points = new Points(player);
        player.deposit(target, 1_000).ok();
        player.settle(player.bet("b1", game, 1_000).ok(), "t1", 0).ok();
        points.credit(12_345, null).ok();
        player.has("POINTS 12345");

        String key = player.key();
        Answer transfer = points.transfer(target, 12_345, key).ok();

        assertThat(transfer.number("points")).isEqualTo(12_300);
        assertThat(transfer.number("amount")).isEqualTo(1_230);
        assertThat(transfer.number("balance")).isEqualTo(45);
        assertThat(transfer.body().get("requirement").get("required").asLong()).isEqualTo(3_690);
        assertThat(transfer.body().get("policy").get("code").asString()).isEqualTo(policy);
        player.has(target + " 1230, POINTS 45");
        assertThat(player.rolling()).isEqualTo(target + " 0/3690");
        points.transfer(target, 12_345, key).replays(transfer);
        points.transfer(target, 12_300, key).refused(422, "IDEMPOTENCY_MISMATCH");
        player.has(target + " 1230, POINTS 45");
        assertThat(rows(player, transfer))
                .containsExactly(
                        "POINTS POINTS_CREDIT 12345 PTS",
                        "POINTS POINTS_TRANSFER -12300 PTS",
                        target + " POINTS_TRANSFER 1230 KRW");
    }

    /** The ledger's rows of points and of what they became, and that the row list by bucket shows points as well. */
    private static List<String> rows(Player player, Answer last) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : player.ledger(last)) {
            if (row.get("reason").asString().startsWith("POINTS")) {
                rows.add("%s %s %d %s"
                        .formatted(
                                row.get("bucket").asString(),
                                row.get("reason").asString(),
                                row.get("amount").asLong(),
                                row.get("currency").asString()));
            }
        }
        JsonNode ofPoints = player.get("/v2/wallets/acme/" + player.id + "/ledger?bucket=POINTS")
                .ok()
                .body()
                .get("rows");
        assertThat(ofPoints).hasSize(2);
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"SPLIT, SPORTS_BONUS, SPORTS_NORMAL", "UNIFIED, COMMON_BONUS, COMMON_NORMAL"})
    void case34PointsAreNeitherBetNorWithdrawn(String topology, String bonus, String normal) {
        Player player = on(topology);
        Points points = new Points(player);
        player.deposit(normal, 1_000).ok();
        player.settle(player.bet("b1", "sports-1", 1_000).ok(), "t1", 0).ok();
        points.credit(100_000, null).ok();
        player.bet("b2", "sports-1", 1).refused(422, "INSUFFICIENT_FUNDS");
        player.bet("b3", "slots-1", 1).refused(422, "INSUFFICIENT_FUNDS");
        player.withdraw(1).refused(422, "INSUFFICIENT_FUNDS");
        points.transfer("WITHDRAWABLE", 1_000).refused(422, "PAIR_NOT_ALLOWED");
        points.transfer(bonus, 1_000).refused(422, "PAIR_NOT_ALLOWED");
        points.transfer("POINTS", 1_000).refused(422, "SAME_BUCKET");
        points.transfer("NOWHERE", 1_000).refused(422, "TOPOLOGY_MISMATCH");
        points.transfer(normal, 99).refused(422, "BELOW_MIN");
        points.transfer(normal, 100_001).refused(422, "INSUFFICIENT_FUNDS");
        points.transfer(normal, 0).refused(422, "AMOUNT_INVALID");
        player.deposit("POINTS", 1_000).refused(422, "TOPOLOGY_MISMATCH");
        player.bonus("POINTS", 1_000).refused(422, "TOPOLOGY_MISMATCH");
        player.has("POINTS 100000");
    }

    @Test
    void aPlayerWithPointsAloneHasNoWalletToTransferTo() {
        Player player = on("SPLIT");
        Points points = new Points(player);
        points.credit(500, null).ok();
        points.transfer("SPORTS_NORMAL", 500).refused(422, "CURRENCY_MISMATCH");
        player.get("/v2/wallets/acme/" + player.id + "?currency=KRW").refused(404, "WALLET_NOT_FOUND");
        assertThat(points.view().get("balance").asLong()).isEqualTo(500);
    }

    @Test
    void lotsAreSpentByExpiryAndShownToStaffAndPlayer() {
        Player player = on("SPLIT");
        Points points = new Points(player);
        player.deposit("SPORTS_NORMAL", 1_000).ok();
        points.credit(1_000, null).ok();
        String late = points.credit(400, "2090-12-31").ok().text("lotId");
        String early = points.credit(300, "2080-01-01T00:00:00Z").ok().text("lotId");
        points.transfer("SPORTS_NORMAL", 500).ok();
        JsonNode lots = points.view().get("lots");
        assertThat(lots).hasSize(2);
        assertThat(lots.get(0).get("lotId").asString()).isEqualTo(late).isNotEqualTo(early);
        assertThat(lots.get(0).get("remaining").asLong()).isEqualTo(200);
        assertThat(lots.get(0).get("expiresAt").asString())
                .as("the end of that day")
                .isEqualTo("2091-01-01T00:00:00Z");
        assertThat(lots.get(1).get("remaining").asLong()).isEqualTo(1_000);
        assertThat(points.view().get("spendable").asLong()).isEqualTo(1_200);
    }

    @Test
    void refusesCreditsAndRestoresThatCannotBe() {
        Player player = on("SPLIT");
        Points points = new Points(player);
        points.credit(0, null).refused(422, "AMOUNT_INVALID");
        points.credit(100, "2020-01-01").refused(422, "POINTS_EXPIRED");
        points.credit(100, "someday").refused(400, "INVALID_REQUEST");
        points.restore("acme.expiry.0123456789abcdef0123456789abcdef", 1, "2090-01-01")
                .refused(404, "EXPIRY_NOT_FOUND");
        assertThat(points.expire().ok().body().get("expired")).isEmpty();
        assertThat(points.view().get("balance").asLong()).isZero();
    }

    @Test
    void whatExpiredIsRestoredAtMostOnce() {
        Player player = on("SPLIT");
        Points points = new Points(player);
        player.deposit("SPORTS_NORMAL", 1_000).ok();
        points.credit(300, null).ok();
        points.credit(700, Instant.now().plusMillis(1_500).toString()).ok();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> points.view().get("spendable").asLong() == 300);
        points.transfer("SPORTS_NORMAL", 301).refused(422, "INSUFFICIENT_FUNDS");
        player.has("SPORTS_NORMAL 1000, POINTS 1000");

        Answer expired = points.expire().ok();
        assertThat(expired.number("balance")).isEqualTo(300);
        String expiryId = expired.body().get("expired").get(0).get("expiryId").asString();
        assertThat(points.view().get("expiries").get(0).get("expiryId").asString())
                .isEqualTo(expiryId);
        assertThat(points.expire().ok().body().get("expired")).isEmpty();

        points.restore(expiryId, 701, "2090-01-01").refused(422, "ABOVE_MAX");
        points.restore(expiryId, 500, "2020-01-01").refused(422, "POINTS_EXPIRED");
        Answer restored = points.restore(expiryId, 500, "2090-01-01").ok();
        assertThat(restored.text("status")).isEqualTo("RESTORED");
        points.restore(expiryId, 201, "2090-01-01").refused(422, "ABOVE_MAX");
        player.has("SPORTS_NORMAL 1000, POINTS 800");
        assertThat(points.view().get("expiries").get(0).get("restored").asLong())
                .isEqualTo(500);
    }
}
