package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Freezes, exclusions and limits over HTTP (ADR 0017). */
class PlayerControlsTest {

    private final RunningServer server = RunningServer.split();
    private final Player player = new Player(server);

    @Test
    void aFrozenPlayerStartsNothingAndKeepsWhatWasStarted() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 1_000).ok();
        player.has("SPORTS_NORMAL 9000+1000");
        String key = player.key();

        control("ops", "freeze", "{\"reason\": \"case 17\"}").ok();
        player.bet("generic", "b2", "sports-1", 500, key).refused(422, "PLAYER_FROZEN");
        player.deposit("SPORTS_NORMAL", 100).refused(422, "PLAYER_FROZEN");
        player.bonus("SPORTS_BONUS", 100).refused(422, "PLAYER_FROZEN");
        player.withdraw(1).refused(422, "PLAYER_FROZEN");
        player.settleOpen(bet, "t1", 700).ok();
        player.has("SPORTS_NORMAL 9700+1000");
        player.cashOut(bet, "c1", 400, 300).ok();
        player.has("SPORTS_NORMAL 10000+600");

        control("ops", "unfreeze", "{\"reason\": \"case 17 closed\"}").ok();
        player.bet("generic", "b2", "sports-1", 500, key).ok();
        player.has("SPORTS_NORMAL 9500+1100");
    }

    @Test
    void anExcludedPlayerTakesTheMoneyHome() {
        player.earnWithdrawable(5_000);
        Instant until = Instant.now().plus(Duration.ofDays(180));
        Answer excluded = control(
                        "operator", "exclude", "{\"until\": \"%s\", \"reason\": \"asked for\"}".formatted(until))
                .ok();
        assertThat(excluded.body().get("excluded").asBoolean()).isTrue();

        player.bet("b1", "sports-1", 100).refused(422, "PLAYER_BLOCKED");
        player.deposit("SPORTS_NORMAL", 100).refused(422, "PLAYER_BLOCKED");
        control("operator", "exclude", "{\"until\": \"%s\", \"reason\": \"regrets\"}".formatted(until.minusSeconds(60)))
                .refused(409, "EXCLUSION_IN_FORCE");
        control("ops", "unfreeze", "{\"reason\": \"tries\"}").ok();
        player.bet("b1", "sports-1", 100).refused(422, "PLAYER_BLOCKED");
        Answer withdrawal = player.withdraw(5_000).ok();
        player.has("WITHDRAWABLE 0+5000");
        player.move(withdrawal, "approve").ok();
        player.move(withdrawal, "pay").ok();
        player.move(withdrawal, "paid").ok();
        player.has("");
    }

    @Test
    void aPlayersOwnLimitIsLoosenedOnlyLater() {
        player.deposit("SPORTS_NORMAL", 3_000).ok();
        limits("operator", "PLAYER", "\"highestStake\": 1000, \"depositsPerDay\": 4000")
                .ok();
        player.bet("b1", "sports-1", 1_001).refused(422, "LIMIT_EXCEEDED");
        player.deposit("SPORTS_NORMAL", 1_001).refused(422, "LIMIT_EXCEEDED");
        player.deposit("SPORTS_NORMAL", 1_000).ok();
        player.deposit("SPORTS_NORMAL", 1).refused(422, "LIMIT_EXCEEDED");

        Answer looser = limits("operator", "PLAYER", "\"highestStake\": 2000").ok();
        JsonNode limits = looser.body().get("limits").get(0);
        assertThat(limits.get("highestStake").asLong()).isEqualTo(1_000);
        assertThat(limits.get("later")
                        .valueStream()
                        .map(later -> later.get("limit").asString()))
                .containsExactly("highestStake", "depositsPerDay");
        player.bet("b2", "sports-1", 1_001).refused(422, "LIMIT_EXCEEDED");
        player.bet("b3", "sports-1", 1_000).ok();
        player.has("SPORTS_NORMAL 3000+1000");
    }

    @Test
    void staffsLimitsAreForStaff() {
        limits("operator", "STAFF", "\"highestStake\": 10").refused(403, "FORBIDDEN");
        limits("ops", "STAFF", "\"highestStake\": 10").ok();
        limits("ops", "STAFF", "").ok();
        limits("ops", "HOUSE", "").refused(400, "INVALID_REQUEST");
        limits("ops", "STAFF", "\"highestStake\": -1").refused(422, "AMOUNT_INVALID");
        control("finance", "freeze", "{\"reason\": \"x\"}").refused(403, "FORBIDDEN");
        control("operator", "unfreeze", "{\"reason\": \"x\"}").refused(403, "FORBIDDEN");
    }

    @Test
    void refusesWhatIsNotWellFormed() {
        control("ops", "freeze", "{}").refused(400, "INVALID_REQUEST");
        control("ops", "freeze", "{\"reason\": \" \"}").refused(400, "INVALID_REQUEST");
        control("ops", "exclude", "{\"until\": \"2020-01-01T00:00:00Z\", \"reason\": \"x\"}")
                .refused(400, "INVALID_REQUEST");
        control("ops", "exclude", "{\"until\": \"tomorrow\", \"reason\": \"x\"}")
                .refused(400, "INVALID_REQUEST");
        player.post("/admin/v1/players/nowhere/p/freeze", "admin", player.key(), "{\"reason\": \"x\"}")
                .refused(404, "BRAND_NOT_FOUND");
        player.get("/admin/v1/players/acme/" + player.id).refused(404, "PLAYER_NOT_FOUND");
    }

    @Test
    void showsThePlayerWithControlsAndWallets() {
        player.deposit("SPORTS_NORMAL", 3_000).ok();
        control("ops", "freeze", "{\"reason\": \"x\"}").ok();
        JsonNode shown = player.get("/admin/v1/players/acme/" + player.id, "finance")
                .ok()
                .body();
        assertThat(shown.at("/controls/frozen").asBoolean()).isTrue();
        assertThat(shown.at("/controls/excludedUntil").isNull()).isTrue();
        assertThat(shown.at("/wallets/0/currency").asString()).isEqualTo("KRW");
        assertThat(shown.at("/wallets/0/buckets/0/available").asLong()).isEqualTo(3_000);
        assertThat(shown.get("position").asLong()).isPositive();
    }

    @Test
    void theAuditLogSaysWhoDidItAndWhyOnce() {
        control("ops", "freeze", "{\"reason\": \"case 18\"}").ok();
        control("ops", "freeze", "{\"reason\": \"again\"}").ok();
        control("admin", "unfreeze", "{\"reason\": \"case 18 closed\"}").ok();

        String path = "/admin/v1/audit?subject=player:acme:" + player.id;
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(player.get(path, "finance")
                                .ok()
                                .body()
                                .get("entries")
                                .valueStream())
                        .extracting(entry -> entry.get("action").asString() + " "
                                + entry.get("actor").asString() + ": "
                                + entry.get("reason").asString())
                        .containsExactly(
                                "player.unfrozen.v1 first-admin: case 18 closed",
                                "player.frozen.v1 first-ops: case 18"));
        player.get(path, "operator").refused(403, "FORBIDDEN");
        player.get("/admin/v1/audit?cursor=x", "ops").refused(400, "INVALID_REQUEST");
        player.get("/admin/v1/audit?who=x", "ops").refused(400, "INVALID_REQUEST");
    }

    @Test
    void aFreezeOnOneNodeHoldsOnTheOtherAtOnce() {
        try (RunningServer second = server.sibling(Map.of())) {
            Player there = player.at(second);
            player.deposit("SPORTS_NORMAL", 10_000).ok();
            there.bet("warm-1", "sports-1", 100).ok();
            player.bet("warm-2", "sports-1", 100).ok();
            for (int round = 0; round < 5; round++) {
                control("ops", "freeze", "{\"reason\": \"x\"}").ok();
                there.bet("frozen-" + round, "sports-1", 100).refused(422, "PLAYER_FROZEN");
                control("ops", "unfreeze", "{\"reason\": \"x\"}").ok();
                there.bet("free-" + round, "sports-1", 100).ok();
            }
        }
    }

    @Test
    void noBetOfManyIsAcceptedAfterTheFreezeWasConfirmed() throws Exception {
        player.deposit("SPORTS_NORMAL", 100_000).ok();
        List<CompletableFuture<Answer>> bets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String betId = "race-" + i;
            bets.add(CompletableFuture.supplyAsync(() -> player.bet(betId, "sports-1", 10)));
        }
        long frozenAt = control("ops", "freeze", "{\"reason\": \"x\"}").ok().number("position");
        for (CompletableFuture<Answer> bet : bets) {
            Answer answer = bet.get();
            if (answer.status() == 200) {
                assertThat(answer.number("position")).isLessThan(frozenAt);
            } else {
                answer.refused(422, "PLAYER_FROZEN");
            }
        }
        player.bet("late", "sports-1", 10).refused(422, "PLAYER_FROZEN");
    }

    private Answer control(String role, String deed, String body) {
        return player.post(
                "/admin/v1/players/acme/" + player.id + "/" + deed,
                role,
                UUID.randomUUID().toString(),
                body);
    }

    private Answer limits(String role, String owner, String limits) {
        return control(
                role,
                "limits",
                "{\"owner\": \"%s\", \"currency\": \"KRW\", \"reason\": \"asked for\"%s}"
                        .formatted(owner, limits.isEmpty() ? "" : ", " + limits));
    }
}
