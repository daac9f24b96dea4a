package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.core.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bonuses over HTTP from the grant to every kind of end, one line per step. */
class BonusCasesTest {

    private static RunningServer server;

    private Player player;

    @BeforeAll
    static void start() {
        server = RunningServer.node(TestDatabase.fresh(), Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void come() {
        player = new Player(server);
    }

    private Answer grant(String bucket, long amount, String more) {
        return grant(player.key(), bucket, amount, more);
    }

    private Answer grant(String key, String bucket, long amount, String more) {
        return player.post("/v2/bonuses", key, """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "bucket": "%s", "amount": %d%s}\
            """.formatted(player.id, bucket, amount, more));
    }

    private Answer cancel(Answer bonus) {
        return player.post(
                "/v2/bonuses/" + bonus.text("bonusId") + "/cancel", player.key(), "{\"reason\": \"by mistake\"}");
    }

    private Answer read(Answer bonus) {
        return player.get("/v2/bonuses/" + bonus.text("bonusId")).ok();
    }

    private void is(Answer bonus, String status) {
        assertThat(read(bonus).text("status")).isEqualTo(status);
    }

    /** The wallet's bonuses as {@code "CASINO_BONUS ACTIVE 1000"}. */
    private String bonuses() {
        JsonNode wallet = player.get("/v2/wallets/acme/" + player.id + "?currency=KRW")
                .ok()
                .body();
        List<String> open = new ArrayList<>();
        wallet.get("bonuses")
                .forEach(bonus -> open.add(bonus.get("bucket").asString() + " "
                        + bonus.get("status").asString() + " "
                        + bonus.get("amount").asLong()));
        return String.join(", ", open);
    }

    private List<String> reasons(Answer last) {
        return StreamSupport.stream(player.ledger(last).spliterator(), false)
                .map(row ->
                        row.get("reason").asString() + " " + row.get("amount").asLong())
                .toList();
    }

    @Test
    void bothProductsRunABonusAtOnce() {
        grant("SPORTS_BONUS", 10_000, "").ok();
        grant("CASINO_BONUS", 20_000, "").ok();
        assertThat(bonuses()).isEqualTo("SPORTS_BONUS ACTIVE 10000, CASINO_BONUS ACTIVE 20000");
        Answer sports = player.bet("b1", "sports-1", 1_000).ok();
        Answer slots = player.bet("b2", "slots-1", 2_000).ok();
        player.settle(sports, "t1", 0).ok();
        player.settle(slots, "t2", 0).ok();
        assertThat(player.rolling()).isEqualTo("SPORTS_BONUS 1000/100000, CASINO_BONUS 2000/200000");
        player.has("SPORTS_BONUS 9000, CASINO_BONUS 18000");
    }

    @Test
    void aFulfilledBonusConvertsUpToItsCap() {
        Answer bonus = grant("CASINO_BONUS", 100_000, ", \"multiplier\": 10000, \"cap\": 170000")
                .ok();
        Answer bet = player.bet("b1", "slots-1", 100_000).ok();
        Answer settled = player.settle(bet, "t1", 210_000).ok();
        player.has("WITHDRAWABLE 170000");
        is(bonus, "COMPLETED");
        assertThat(read(bonus).number("converted")).isEqualTo(170_000);
        assertThat(reasons(settled)).contains("CONVERSION 170000", "BONUS_EXCESS -40000");
    }

    @Test
    void theNextBonusIsFundedWhenTheOneBeforeEnds() {
        Answer first = grant("CASINO_BONUS", 1_000, "").ok();
        Answer next = grant("CASINO_BONUS", 2_000, "").ok();
        assertThat(next.text("status")).isEqualTo("QUEUED");
        player.has("CASINO_BONUS 1000");
        assertThat(bonuses()).isEqualTo("CASINO_BONUS ACTIVE 1000, CASINO_BONUS QUEUED 2000");
        assertThat(read(next).number("balance")).isZero();
        Answer cancelled = cancel(first).ok();
        assertThat(cancelled.number("forfeited")).isEqualTo(1_000);
        player.has("CASINO_BONUS 2000");
        is(next, "ACTIVE");
        assertThat(read(next).number("balance")).isEqualTo(2_000);
        assertThat(read(next).body().at("/requirement/remaining").asLong()).isEqualTo(20_000);
    }

    @Test
    void theQueueHasABound() {
        for (int bonus = 0; bonus <= 10; bonus++) {
            grant("SPORTS_BONUS", 1_000, "").ok();
        }
        grant("SPORTS_BONUS", 1_000, "").refused(409, "BONUS_ALREADY_ACTIVE");
    }

    @Test
    void aBonusIsCancelledOnceWithAReasonThatIsKept() {
        Answer bonus = grant("CASINO_BONUS", 5_000, "").ok();
        Answer bet = player.bet("b1", "slots-1", 2_000).ok();
        String path = "/v2/bonuses/" + bonus.text("bonusId") + "/cancel";
        player.post(path, player.key(), "{\"reason\": \" \"}").refused(400, "INVALID_REQUEST");
        String key = player.key();
        Answer cancelled =
                player.post(path, key, "{\"reason\": \"by mistake\"}").ok();
        player.post(path, key, "{\"reason\": \"by mistake\"}").ok().replays(cancelled);
        player.post(path, key, "{\"reason\": \"other\"}").refused(422, "IDEMPOTENCY_MISMATCH");
        cancel(bonus).refused(409, "BONUS_ENDED");
        player.has("CASINO_BONUS 0+2000");
        Answer rolledBack = player.rollback(bet, "t1").ok();
        player.has("");
        is(bonus, "CANCELLED");
        assertThat(reasons(rolledBack)).contains("BONUS_FORFEIT -3000", "STAKE_REFUND 2000", "BONUS_FORFEIT -2000");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                player.get("/admin/v1/audit", "ops").ok().body().toString())
                        .contains(bonus.text("bonusId"), "by mistake"));
    }

    @Test
    void unknownBonusesAreNotFound() {
        String unknown = "/v2/bonuses/acme.bonus.00000000000000000000000000000000";
        player.get(unknown).refused(404, "BONUS_NOT_FOUND");
        player.post(unknown + "/cancel", player.key(), "{\"reason\": \"x\"}").refused(404, "BONUS_NOT_FOUND");
    }

    @Test
    void theJobForfeitsABonusWhoseTimeIsOver() {
        Instant soon = Instant.now().plusSeconds(2);
        Answer bonus = grant("SPORTS_BONUS", 5_000, ", \"expiresAt\": \"" + soon + "\"")
                .ok();
        assertThat(read(bonus).text("expiresAt")).isNotBlank();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> is(bonus, "EXPIRED"));
        player.has("");
    }

    @Test
    void aBonusThatExpiresInTheMiddleOfABetPaysNobody() {
        Instant soon = Instant.now().plusSeconds(3);
        Answer bonus = grant("SPORTS_BONUS", 5_000, ", \"expiresAt\": \"" + soon + "\"")
                .ok();
        Answer bet = player.bet("b1", "sports-1", 2_000).ok();
        await().atMost(Duration.ofSeconds(60)).until(() -> Instant.now().isAfter(soon));
        player.settle(bet, "t1", 9_000).ok();
        is(bonus, "EXPIRED");
        player.has("");
    }

    @Test
    void aBonusThatWouldBeOverIsNotGranted() {
        grant("SPORTS_BONUS", 1_000, ", \"expiresAt\": \"2020-01-01\"").refused(422, "BONUS_EXPIRED");
        grant("SPORTS_BONUS", 1_000, ", \"expiresAt\": \"soon\"").refused(400, "INVALID_REQUEST");
    }

    @Test
    void aBonusThatRunsLowLeavesItsResidueToTheHouse() {
        Answer bonus = grant("CASINO_BONUS", 5_000, "").ok();
        Answer bet = player.bet("b1", "slots-1", 4_500).ok();
        Answer settled = player.settle(bet, "t1", 0).ok();
        player.has("");
        is(bonus, "LOW_BALANCE");
        assertThat(reasons(settled)).contains("LOW_BALANCE_RESIDUE -500");
    }

    /** A deposit of 10000 to CASINO_NORMAL and a bonus of 4000 on it: 14000 to be wagered. */
    private Answer onADeposit() {
        Answer deposit = player.deposit("CASINO_NORMAL", 10_000).ok();
        return grant("CASINO_BONUS", 4_000, onIt(deposit)).ok();
    }

    private static String onIt(Answer deposit) {
        return ", \"multiplier\": 10000, \"depositId\": \"%s\"".formatted(deposit.text("depositId"));
    }

    @Test
    void aDepositIsWageredTogetherWithItsBonus() {
        Answer bonus = onADeposit();
        assertThat(bonus.text("depositId")).isNotBlank();
        assertThat(bonus.body().at("/requirement/required").asLong()).isEqualTo(14_000);
        Answer both = player.bet("b1", "slots-1", 6_000).ok().parts("funding", "BONUS 4000, NORMAL 2000");
        player.settle(both, "t1", 6_000).ok();
        player.has("CASINO_NORMAL 10000, CASINO_BONUS 4000");
        assertThat(player.rolling()).isEqualTo("CASINO_NORMAL 0/10000, CASINO_BONUS 6000/14000");
        player.withdraw(1).refused(422, "INSUFFICIENT_FUNDS");
        Answer last = player.bet("b2", "slots-1", 8_000).ok();
        player.settle(last, "t2", 10_000).ok();
        player.has("WITHDRAWABLE 16000");
        assertThat(player.rolling()).isEmpty();
        is(bonus, "COMPLETED");
        player.voidBet(last, "v1").ok();
        assertThat(player.rolling()).as("what was released is asked for again").isEqualTo("CASINO_NORMAL 0/8000");
    }

    @Test
    void aForfeitedBonusGivesTheDepositsOwnRequirementBack() {
        Answer bonus = onADeposit();
        Answer closed = player.bet("b1", "slots-1", 6_000).ok();
        player.settle(closed, "t1", 6_000).ok();
        Answer open = player.bet("b2", "slots-1", 5_000).ok().parts("funding", "BONUS 4000, NORMAL 1000");
        cancel(bonus).ok();
        player.has("CASINO_NORMAL 9000+1000, CASINO_BONUS 0+4000");
        assertThat(player.rolling()).isEqualTo("CASINO_NORMAL 2000/10000");
        player.settle(open, "t2", 10_000).ok();
        player.has("CASINO_NORMAL 11000");
        assertThat(player.rolling()).isEqualTo("CASINO_NORMAL 3000/10000");
        player.voidBet(closed, "v1").ok();
        assertThat(player.rolling()).isEqualTo("CASINO_NORMAL 1000/10000");
        player.has("CASINO_NORMAL 11000");
    }

    @Test
    void aDepositThatCannotBeWageredWithABonusIsRefused() {
        Answer deposit = player.deposit("CASINO_NORMAL", 10_000).ok();
        grant("SPORTS_BONUS", 1_000, onIt(deposit)).refused(422, "TOPOLOGY_MISMATCH");
        grant("CASINO_BONUS", 1_000, ", \"depositId\": \"acme.deposit.0\"").refused(404, "DEPOSIT_NOT_FOUND");
        Answer other = new Player(server).deposit("CASINO_NORMAL", 10_000).ok();
        grant("CASINO_BONUS", 1_000, onIt(other)).refused(404, "DEPOSIT_NOT_FOUND");
        grant("CASINO_BONUS", 1_000, onIt(deposit)).ok();
        grant("CASINO_BONUS", 1_000, onIt(deposit)).refused(422, "ROLLING_TARGET_INELIGIBLE");
        player.has("CASINO_NORMAL 10000, CASINO_BONUS 1000");
    }

    @Test
    void case30AVoidAfterAttributionRestoresProgressExactly() {
        player.deposit("CASINO_NORMAL", 20_000).ok();
        Answer counted = player.bet("b1", "slots-1", 3_000).ok();
        player.settle(counted, "t1", 3_000).ok();
        Answer bet = player.bet("b2", "slots-1", 7_000).ok();
        player.settle(bet, "t2", 9_000).ok();
        assertThat(player.rolling()).isEqualTo("CASINO_NORMAL 10000/20000");
        player.voidBet(bet, "v1").ok();
        assertThat(player.rolling()).isEqualTo("CASINO_NORMAL 3000/20000");
        player.has("CASINO_NORMAL 20000");
        grant("CASINO_BONUS", 2_000, "").ok();
        Answer mixed = player.bet("b3", "slots-1", 5_000).ok();
        player.settle(mixed, "t3", 0).ok();
        assertThat(player.rolling()).isEqualTo("CASINO_NORMAL 6000/20000");
        player.voidBet(mixed, "v2").ok();
        assertThat(player.rolling()).isEqualTo("CASINO_NORMAL 3000/20000");
        assertThat(player.balances())
                .as("the bonus had run low: its stake is no longer the player's")
                .isEqualTo("CASINO_NORMAL 20000");
    }

    @Test
    void case31AStakeSpillsOverToTheNextRequirementAtItsOwnRate() {
        player.deposit("SPORTS_NORMAL", 3_000).ok();
        sportsDepositsCountHalf();
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 10_000).ok();
        assertThat(player.rolling()).isEqualTo("SPORTS_NORMAL 0/3000, SPORTS_NORMAL 0/10000");
        player.settle(bet, "t1", 10_000).ok();
        assertThat(player.rolling()).isEqualTo("SPORTS_NORMAL 3500/10000");
        player.has("SPORTS_NORMAL 13000");
        player.voidBet(bet, "v1").ok();
        assertThat(player.rolling()).as("3000 were released").isEqualTo("SPORTS_NORMAL 0/3000, SPORTS_NORMAL 0/10000");
    }

    private void sportsDepositsCountHalf() {
        ObjectNode rules = (ObjectNode) player.get("/admin/v1/policies/SPORTS/versions/1", "admin")
                .ok()
                .body()
                .get("policy");
        ((ObjectNode) rules.at("/depositRolling/contributions/SPORTS")).put("rateBps", 5_000);
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.set("policy", rules);
        body.put("reason", "half");
        Answer made = player.post("/admin/v1/policies/SPORTS/versions", "admin", player.key(), body.toString());
        assertThat(made.status()).as("%s", made.body()).isBetween(200, 201);
        player.post(
                        "/admin/v1/policies/SPORTS/versions/" + made.number("version") + "/activate",
                        "admin",
                        player.key(),
                        "{\"reason\": \"half\"}")
                .ok();
    }
}
