package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.api.scenario.RunningServer.TopologyCode;
import io.carat.core.testing.TestDatabase;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Transfers over HTTP: acceptance cases 32 and 33, inheritance, every refusal, and many at once. On a server of its own, since
 * policies and the brand's standing are everybody's.
 */
class TransferCasesTest {

    private static final RunningServer SERVER = RunningServer.node(TestDatabase.fresh(), Map.of());
    private static final String SPORTS = "SPORTS_NORMAL";
    private static final String CASINO = "CASINO_NORMAL";
    private static final String WHY = "{\"reason\": \"as agreed\"}";

    private Player player = new Player(SERVER);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private String body(String from, String to, long amount) {
        return """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "from": "%s", "to": "%s", "amount": %d}\
            """.formatted(player.id, from, to, amount);
    }

    private String alias(long amount) {
        return "{\"brandId\": \"acme\", \"playerId\": \"%s\", \"currency\": \"KRW\", \"amount\": %d}"
                .formatted(player.id, amount);
    }

    private Answer transfer(String from, String to, long amount) {
        return player.post("/v2/transfers", player.key(), body(from, to, amount));
    }

    private void has(String balances, String rolling) {
        player.has(balances);
        assertThat(player.rolling()).isEqualTo(rolling);
    }

    @Test
    void case32ATransferTakesItsShareOfTheRollingAlongHeldLegsCounted() {
        ObjectNode rules = policy("SPORTS");
        rules.withObject("/depositRolling").put("multiplierBps", 20_000);
        activate(rules);
        player.deposit(SPORTS, 50_000).ok();
        activateVersion("SPORTS", 1);
        Answer bet = player.bet("b1", "sports-1", 20_000).ok();
        Answer moved = transfer(SPORTS, CASINO, 30_000).ok();
        has("SPORTS_NORMAL 0+20000, CASINO_NORMAL 30000", "SPORTS_NORMAL 0/40000, CASINO_NORMAL 0/60000");
        assertThat(moved.text("status")).isEqualTo("DONE");
        assertThat(moved.number("moved")).isEqualTo(30_000);
        assertThat(moved.number("position")).isPositive();
        assertThat(moved.text("from")).isEqualTo(SPORTS);
        assertThat(moved.text("to")).isEqualTo(CASINO);
        assertThat(moved.body().at("/topology/code").asString()).isEqualTo("RUBY_SPLIT_V1");
        assertThat(moved.body().at("/policy/code").asString()).isEqualTo("CASINO");
        JsonNode part = moved.body().get("requirements").get(0);
        assertThat(part.get("moved").asLong()).isEqualTo(60_000);
        assertThat(part.get("left").asLong()).isEqualTo(40_000);
        JsonNode rolling = rolling();
        assertThat(rolling.get(0).get("requirementId")).isEqualTo(part.get("parent"));
        assertThat(rolling.get(0).get("moved").asLong()).isEqualTo(60_000);
        assertThat(rolling.get(1).get("requirementId")).isEqualTo(part.get("requirementId"));
        assertThat(rolling.get(1).get("parent")).isEqualTo(part.get("parent"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rolling().findValuesAsString("status"))
                        .as("the saga makes what was inherited active")
                        .containsExactly("ACTIVE", "ACTIVE"));
        player.settle(bet, "t1", 20_000).ok();
        has("SPORTS_NORMAL 20000, CASINO_NORMAL 30000", "SPORTS_NORMAL 20000/40000, CASINO_NORMAL 0/60000");
    }

    private JsonNode rolling() {
        return player.get("/v2/wallets/acme/" + player.id + "?currency=KRW")
                .ok()
                .body()
                .get("rolling");
    }

    @ParameterizedTest
    @CsvSource({
        "RUBY_SPLIT_V1, sports-to-casino, SPORTS_NORMAL, CASINO_NORMAL",
        "RUBY_SPLIT_V1, casino-to-sports, CASINO_NORMAL, SPORTS_NORMAL"
    })
    void theOldNamesMoveBetweenTheBucketsOfTheProducts(TopologyCode topology, String name, String from, String to) {
        player = new Player(RunningServer.on(topology));
        player.deposit(from, 80_000).ok();
        Answer moved = player.post("/v2/transfers/" + name, player.key(), alias(20_000))
                .ok();
        assertThat(moved.text("from") + " " + moved.text("to")).isEqualTo(from + " " + to);
        assertThat(moved.body().at("/requirements/0/moved").asLong()).isEqualTo(20_000);
        assertThat(player.balances()).contains(from + " 60000", to + " 20000");
        List<JsonNode> rows = player.ledger(moved).stream()
                .filter(row -> row.get("reason").asString().equals("TRANSFER"))
                .toList();
        assertThat(rows).extracting(row -> row.get("amount").asLong()).containsExactly(-20_000L, 20_000L);
        assertThat(rows).extracting(row -> row.get("reference").asString()).containsOnly(moved.text("transferId"));
        assertThat(rows)
                .extracting(row -> row.get("journalId").asString())
                .containsOnly(rows.getFirst().get("journalId").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sports-to-casino", "casino-to-sports"})
    void case33WhereBothShareABucketTheOldNamesMoveNothing(String name) {
        player = new Player(RunningServer.on(TopologyCode.RUBY_UNIFIED_V1));
        Answer deposit = player.deposit("COMMON_NORMAL", 10_000).ok();
        int rows = player.ledger(deposit).size();
        String key = player.key();
        Answer noop = player.post("/v2/transfers/" + name, key, alias(5_000)).ok();
        assertThat(noop.body())
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"status\":\"NOOP\",\"reason\":\"UNIFIED_SINGLE_NORMAL\",\"moved\":0}"));
        player.post("/v2/transfers/" + name, key, alias(5_000)).replays(noop);
        player.post("/v2/transfers/" + name, key, alias(5_001)).refused(422, "IDEMPOTENCY_MISMATCH");
        has("COMMON_NORMAL 10000", "COMMON_NORMAL 0/10000");
        assertThat(player.ledger(deposit)).hasSize(rows);
        player.post("/v2/transfers", player.key(), body("COMMON_NORMAL", "COMMON_NORMAL", 1))
                .refused(422, "SAME_BUCKET");
    }

    @Test
    void aTransferIsMadeOnceAndCanBeRead() {
        player.deposit(SPORTS, 10_000).ok();
        String key = player.key();
        Answer first =
                player.post("/v2/transfers", key, body(SPORTS, CASINO, 4_000)).ok();
        player.post("/v2/transfers", key, body(SPORTS, CASINO, 4_000)).replays(first);
        player.post("/v2/transfers", key, body(SPORTS, CASINO, 4_001)).refused(422, "IDEMPOTENCY_MISMATCH");
        player.post("/v2/transfers", key, body(CASINO, SPORTS, 4_000)).refused(422, "IDEMPOTENCY_MISMATCH");
        player.post("/v2/transfers/sports-to-casino", key, alias(4_000)).refused(422, "IDEMPOTENCY_MISMATCH");
        has("SPORTS_NORMAL 6000, CASINO_NORMAL 4000", "SPORTS_NORMAL 0/6000, CASINO_NORMAL 0/4000");
        for (String role : List.of("operator", "finance", "ops", "admin")) {
            Answer read = player.get("/v2/transfers/" + first.text("transferId"), role)
                    .ok();
            assertThat(read.body().get("requirements")).isEqualTo(first.body().get("requirements"));
            assertThat(read.number("amount")).isEqualTo(4_000);
        }
        player.get("/v2/transfers/acme.transfer.00000000000000000000000000000000")
                .refused(404, "TRANSFER_NOT_FOUND");
        player.get("/v2/transfers/nonsense").refused(404, "TRANSFER_NOT_FOUND");
    }

    @Test
    void whatAVoidBetHadCountedIsThereAgainAfterItsRequirementMoved() {
        player.deposit(SPORTS, 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 4_000).ok();
        player.settle(bet, "t1", 0).ok();
        transfer(SPORTS, CASINO, 6_000).ok();
        has("CASINO_NORMAL 6000", "CASINO_NORMAL 0/6000");
        player.voidBet(bet, "v1").ok();
        has("SPORTS_NORMAL 4000, CASINO_NORMAL 6000", "SPORTS_NORMAL 0/4000, CASINO_NORMAL 0/6000");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(rolling().findValuesAsString("status")).containsExactly("ACTIVE", "ACTIVE"));
    }

    @Test
    void aRequirementTellsWhatCountedTowardsItEvenWhenItIsOver() {
        player.deposit(SPORTS, 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 4_000).ok();
        player.settle(bet, "t1", 0).ok();
        Answer moved = transfer(SPORTS, CASINO, 6_000).ok();
        String parent = moved.body().at("/requirements/0/parent").asString();
        String child = moved.body().at("/requirements/0/requirementId").asString();
        String path = "/v2/wallets/acme/" + player.id + "/rolling/";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(player.get(path + parent).text("endedBy")).isEqualTo("MOVED"));
        Answer over = player.get(path + parent).ok();
        assertThat(over.text("status")).isEqualTo("COMPLETED");
        assertThat(over.text("bucket")).isEqualTo(SPORTS);
        assertThat(over.number("progress")).isEqualTo(4_000);
        assertThat(over.number("moved")).isEqualTo(6_000);
        assertThat(over.number("remaining")).isZero();
        assertThat(over.body().get("children").get(0).asString()).isEqualTo(child);
        assertThat(over.body().at("/terms/contributions/SPORTS/rateBps").asInt())
                .isEqualTo(10_000);
        assertThat(over.body().get("rows").findValuesAsString("entry"))
                .containsExactly("CREATED", "ATTRIBUTED", "MOVED", "COMPLETED");
        assertThat(over.body().at("/rows/1/reference").asString()).isEqualTo(bet.text("authorizationId"));
        Answer page = player.get(path + parent + "?limit=3").ok();
        assertThat(page.body().get("rows")).hasSize(3);
        Answer rest = player.get(path + parent + "?limit=3&cursor=" + page.text("nextCursor"))
                .ok();
        assertThat(rest.body().get("rows").findValuesAsString("entry")).containsExactly("COMPLETED");
        assertThat(rest.body().get("nextCursor").isNull()).isTrue();
        assertThat(player.get(path + child).ok().text("parent")).isEqualTo(parent);

        player.get(path + "none").refused(404, "REQUIREMENT_NOT_FOUND");
        player.get("/v2/wallets/acme/another/rolling/" + parent).refused(404, "REQUIREMENT_NOT_FOUND");
        player.get("/v2/wallets/other/" + player.id + "/rolling/" + parent).refused(403, "FORBIDDEN");
        player.get(path + parent + "?limit=0").refused(400, "INVALID_REQUEST");
        player.get(path + parent + "?cursor=x").refused(400, "INVALID_REQUEST");
        player.get(path + parent + "?page=1").refused(400, "INVALID_REQUEST");
    }

    @ParameterizedTest(name = "{0} -> {1}, {2}: {3} {4}")
    @CsvSource({
        "SPORTS_NORMAL, SPORTS_NORMAL, 1, 422, SAME_BUCKET",
        "SPORTS_NORMAL, COMMON_NORMAL, 1, 422, TOPOLOGY_MISMATCH",
        "POKER_NORMAL, SPORTS_NORMAL, 1, 422, TOPOLOGY_MISMATCH",
        "SPORTS_NORMAL, SPORTS_BONUS, 1, 422, PAIR_NOT_ALLOWED",
        "SPORTS_BONUS, SPORTS_NORMAL, 1, 422, PAIR_NOT_ALLOWED",
        "SPORTS_NORMAL, WITHDRAWABLE, 1, 422, PAIR_NOT_ALLOWED",
        "WITHDRAWABLE, SPORTS_NORMAL, 1, 422, PAIR_NOT_ALLOWED",
        "SPORTS_NORMAL, POINTS, 1, 422, PAIR_NOT_ALLOWED",
        "POINTS, SPORTS_NORMAL, 1, 422, PAIR_NOT_ALLOWED",
        "SPORTS_NORMAL, CASINO_NORMAL, 0, 422, AMOUNT_INVALID",
        "SPORTS_NORMAL, CASINO_NORMAL, -5, 422, AMOUNT_INVALID",
        "SPORTS_NORMAL, CASINO_NORMAL, 1000000000000001, 422, AMOUNT_INVALID",
        "SPORTS_NORMAL, CASINO_NORMAL, 10001, 422, INSUFFICIENT_FUNDS",
        "CASINO_NORMAL, SPORTS_NORMAL, 1, 422, INSUFFICIENT_FUNDS",
        "sports, CASINO_NORMAL, 1, 400, INVALID_REQUEST",
        "SPORTS_NORMAL, '', 1, 400, INVALID_REQUEST"
    })
    void isRefusedAndMovesNothing(String from, String to, long amount, int status, String code) {
        player.deposit(SPORTS, 10_000).ok();
        String key = player.key();
        Answer refused =
                player.post("/v2/transfers", key, body(from, to, amount)).refused(status, code);
        Answer again = player.post("/v2/transfers", key, body(from, to, amount)).refused(status, code);
        assertThat(again.replayed()).isEqualTo(status == 422 && !code.equals("AMOUNT_INVALID"));
        assertThat(again.text("detail")).isEqualTo(refused.text("detail"));
        has("SPORTS_NORMAL 10000", "SPORTS_NORMAL 0/10000");
    }

    @Test
    void aPointsBucketNamesTheCallThatPointsHave() {
        player.deposit(SPORTS, 1).ok();
        assertThat(transfer("POINTS", SPORTS, 1)
                        .refused(422, "PAIR_NOT_ALLOWED")
                        .text("detail"))
                .contains("POST /v2/points/transfers");
    }

    @Test
    void theLimitsOfTheTargetsPolicyAreKept() {
        ObjectNode rules = policy("CASINO");
        rules.withObject("/transferLimits/KRW").put("min", 100).put("max", 5_000);
        activate(rules);
        try {
            player.deposit(SPORTS, 10_000).ok();
            transfer(SPORTS, CASINO, 99).refused(422, "BELOW_MIN");
            transfer(SPORTS, CASINO, 5_001).refused(422, "ABOVE_MAX");
            transfer(SPORTS, CASINO, 100).ok();
            transfer(SPORTS, CASINO, 5_000).ok();
            transfer(CASINO, SPORTS, 5_001).ok();
            player.has("SPORTS_NORMAL 9901, CASINO_NORMAL 99");
        } finally {
            activateVersion("CASINO", 1);
        }
    }

    @Test
    void limitsThatCannotBeKeptAreRefused() {
        for (String broken : List.of(
                "{\"KRW\": {\"min\": 10, \"max\": 9}}", "{\"won\": {\"min\": 1}}", "{\"KRW\": {\"min\": -1}}")) {
            ObjectNode rules = policy("CASINO");
            rules.set("transferLimits", JsonMapper.shared().readTree(broken));
            assertThat(create(rules).refused(422, "POLICY_INVALID").text("detail"))
                    .contains("'transferLimits");
        }
        ObjectNode rules = policy("CASINO");
        rules.set("transferLimits", JsonMapper.shared().readTree("{\"KRW\": null}"));
        create(rules).refused(400, "INVALID_REQUEST");
    }

    @Test
    void aWalletThatWasNotOpenedHasNoTransfers() {
        transfer(SPORTS, CASINO, 1).refused(422, "CURRENCY_MISMATCH");
        player.deposit(SPORTS, 10).ok();
        for (String currency : List.of("EUR", "JPY")) {
            player.post("/v2/transfers", player.key(), body(SPORTS, CASINO, 1).replace("KRW", currency))
                    .refused(422, "CURRENCY_MISMATCH");
        }
        player.post("/v2/transfers", player.key(), body(SPORTS, CASINO, 1).replace("acme", "nobody"))
                .refused(403, "FORBIDDEN");
    }

    @Test
    void aFrozenPlayerMayNotTransferAndAnExcludedOneMay() {
        player.deposit(SPORTS, 10).ok();
        String of = "/admin/v1/players/acme/" + player.id;
        player.post(of + "/exclude", "ops", player.key(), WHY).ok();
        transfer(SPORTS, CASINO, 1).ok();
        player.post(of + "/freeze", "ops", player.key(), WHY).ok();
        String key = player.key();
        player.post("/v2/transfers", key, body(SPORTS, CASINO, 1)).refused(422, "PLAYER_FROZEN");
        player.post(of + "/unfreeze", "ops", player.key(), WHY).ok();
        Answer after =
                player.post("/v2/transfers", key, body(SPORTS, CASINO, 1)).ok();
        assertThat(after.replayed()).isFalse();
    }

    @Test
    void aBrandThatTakesNoNewBusinessTakesNoTransfers() {
        player.deposit(SPORTS, 10).ok();
        player.post("/admin/v1/brands/acme/suspend", "ops", player.key(), WHY).ok();
        String key = player.key();
        try {
            player.post("/v2/transfers", key, body(SPORTS, CASINO, 1)).refused(503, "MAINTENANCE");
        } finally {
            player.post("/admin/v1/brands/acme/resume", "ops", player.key(), WHY)
                    .ok();
        }
        player.post("/v2/transfers", key, body(SPORTS, CASINO, 1)).ok();
    }

    @Test
    void aWalletThatOwesTransfersNothing() {
        player.deposit(SPORTS, 1_000).ok();
        Answer bet = player.bet("b1", "sports-1", 1_000).ok();
        player.settle(bet, "t1", 2_000).ok();
        player.bet("b2", "sports-1", 2_000).ok();
        player.correct(bet, "c1", "t1", 0).ok();
        player.deposit(SPORTS, 1_000).ok();
        transfer(SPORTS, CASINO, 1).refused(422, "OPEN_RECEIVABLE");
    }

    @Test
    void refusedTransfersAreCountedByReason() {
        double before = rejections("SAME_BUCKET");
        player.deposit(SPORTS, 10).ok();
        transfer(SPORTS, SPORTS, 1).refused(422, "SAME_BUCKET");
        assertThat(rejections("SAME_BUCKET")).isEqualTo(before + 1);
    }

    private static double rejections(String reason) {
        Matcher sample = Pattern.compile(
                        "^wallet_transfer_rejections_total\\{reason=\"" + reason + "\"\\} (\\S+)$", Pattern.MULTILINE)
                .matcher(SERVER.bean(PrometheusMeterRegistry.class).scrape());
        return sample.find() ? Double.parseDouble(sample.group(1)) : 0;
    }

    @Test
    void neitherMoneyNorRollingIsLostAmongManyAtOnce() throws Exception {
        player.deposit(SPORTS, 7_001).ok();
        player.deposit(CASINO, 6_007).ok();
        player.deposit(SPORTS, 1_009).ok();
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int call = 0; call < 64; call++) {
                boolean there = call % 2 == 0;
                long amount = 1_000 + 37L * call;
                running.add(threads.submit(
                        () -> there ? transfer(SPORTS, CASINO, amount) : transfer(CASINO, SPORTS, amount)));
            }
            for (Future<Answer> call : running) {
                answers.add(call.get());
            }
        }
        assertThat(answers).filteredOn(answer -> answer.status() == 200).isNotEmpty();
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> assertThat(answer.text("code"))
                        .as("%s", answer.body())
                        .isIn("INSUFFICIENT_FUNDS", "ROLLING_TARGET_INELIGIBLE", "CONTENTION"));
        JsonNode wallet = player.get("/v2/wallets/acme/" + player.id + "?currency=KRW")
                .ok()
                .body();
        long money = 0;
        for (JsonNode bucket : wallet.get("buckets")) {
            money += bucket.get("available").asLong() + bucket.get("held").asLong();
        }
        long rolling = 0;
        for (JsonNode requirement : wallet.get("rolling")) {
            rolling += requirement.get("remaining").asLong();
        }
        assertThat(money).isEqualTo(7_001 + 6_007 + 1_009);
        assertThat(rolling).isEqualTo(7_001 + 6_007 + 1_009);
    }

    @Test
    void theSameTransferManyTimesAtOnceIsOneTransfer() throws Exception {
        player.deposit(SPORTS, 10_000).ok();
        String key = player.key();
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int call = 0; call < 16; call++) {
                running.add(threads.submit(() -> player.post("/v2/transfers", key, body(SPORTS, CASINO, 3_000))));
            }
            for (Future<Answer> call : running) {
                answers.add(call.get().ok());
            }
        }
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        has("SPORTS_NORMAL 7000, CASINO_NORMAL 3000", "SPORTS_NORMAL 0/7000, CASINO_NORMAL 0/3000");
    }

    private ObjectNode policy(String code) {
        return (ObjectNode) player.get("/admin/v1/policies/" + code + "/versions/1", "admin")
                .ok()
                .body()
                .get("policy");
    }

    private Answer create(ObjectNode rules) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("reason", "as agreed");
        body.set("policy", rules);
        return player.post(
                "/admin/v1/policies/" + rules.get("code").asString() + "/versions",
                "admin",
                player.key(),
                body.toString());
    }

    /** Makes these rules the active ones. */
    private void activate(ObjectNode rules) {
        activateVersion(
                rules.get("code").asString(),
                create(rules).body().get("version").asInt());
    }

    private void activateVersion(String code, int version) {
        player.post("/admin/v1/policies/" + code + "/versions/" + version + "/activate", "admin", player.key(), WHY)
                .ok();
    }
}
