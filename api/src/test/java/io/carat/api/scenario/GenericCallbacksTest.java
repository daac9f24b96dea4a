package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The acceptance cases as callbacks of the generic contract. */
class GenericCallbacksTest {

    private final RunningServer server = RunningServer.split();
    private final StandInProvider provider = new StandInProvider(server, "generic");
    private final Player player = new Player(server);

    GenericCallbacksTest() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
    }

    private String own(String reference) {
        return player.id + "-" + reference;
    }

    private String body(String betId, String transactionId, String game, long amount, String more) {
        return """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "betId": "%s", "roundId": "r-%s", "gameId": "%s",
             "transactionId": "%s", "amount": %d%s}\
            """.formatted(player.id, own(betId), betId, game, own(transactionId), amount, more);
    }

    private Answer bet(String betId, String transactionId, long amount) {
        return provider.call("bet", body(betId, transactionId, "sports-1", amount, ""));
    }

    private Answer win(String betId, String transactionId, long amount) {
        return provider.call("win", body(betId, transactionId, "sports-1", amount, ""));
    }

    private Answer rollback(String betId, String transactionId, long amount) {
        return provider.call("rollback", body(betId, transactionId, "sports-1", amount, ""));
    }

    private Answer balance(String game) {
        return provider.call(
                "balance",
                "{\"brandId\": \"acme\", \"playerId\": \"%s\", \"currency\": \"KRW\", \"gameId\": \"%s\"}"
                        .formatted(player.id, game));
    }

    @Test
    void case1TheSameBetTwiceIsOneDebit() {
        Answer first = bet("b1", "t1", 6_000).ok();
        assertThat(first.text("status")).isEqualTo("AUTHORIZED");
        assertThat(first.number("balance")).isEqualTo(4_000);
        bet("b1", "t1", 6_000).replays(first);
        bet("b1", "t2", 6_000).replays(with(first, "t2"));
        player.has("SPORTS_NORMAL 4000+6000");
    }

    private Answer with(Answer first, String transactionId) {
        ((ObjectNode) first.body()).put("transactionId", own(transactionId));
        return first;
    }

    @Test
    void case2TheSameIdWithAnotherAmountIsRefused() {
        bet("b1", "t1", 6_000).ok();
        bet("b1", "t1", 6_001).refused(422, "IDEMPOTENCY_MISMATCH");
        bet("b1", "t2", 6_001).refused(422, "IDEMPOTENCY_MISMATCH");
        bet("b2", "t1", 6_000).refused(422, "IDEMPOTENCY_MISMATCH");
        player.has("SPORTS_NORMAL 4000+6000");
    }

    @Test
    void case3TheSameIdsFromTwoProvidersAreTwoBets() {
        bet("b1", "t1", 1_000).ok();
        new StandInProvider(server, "hub88")
                .call("bet", """
                    {"user": "%s", "transaction_uuid": "%s", "request_uuid": "%s", "round": "r", "game_code": "sports-1",
                     "currency": "KRW", "amount": 100000000}\
                    """.formatted(player.id, own("b1"), UUID.randomUUID()))
                .ok();
        player.has("SPORTS_NORMAL 8000+2000");
    }

    @Test
    void case4OfTwoConcurrentBetsOneIsAccepted() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> answers =
                    threads.invokeAll(List.of(() -> bet("b1", "t1", 6_000), () -> bet("b2", "t2", 6_000)));
            List<Integer> statuses =
                    List.of(answers.get(0).get().status(), answers.get(1).get().status());
            assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        }
        player.has("SPORTS_NORMAL 4000+6000");
    }

    @Test
    void twoConcurrentDuplicatesAreOneEffect() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Answer> same = () -> bet("b1", "t1", 1_000);
            for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(8, same))) {
                answer.get().ok();
            }
        }
        player.has("SPORTS_NORMAL 9000+1000");
    }

    @Test
    void case5ARollbackFirstBuriesTheLateBet() {
        Answer first = rollback("b1", "r1", 6_000).ok();
        assertThat(first.text("status")).isEqualTo("TOMBSTONED");
        rollback("b1", "r1", 6_000).replays(first);
        bet("b1", "t1", 6_000).refused(409, "ALREADY_ROLLED_BACK");
        win("b1", "w1", 6_000).refused(409, "ALREADY_ROLLED_BACK");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void case6TwoRollbacksAreOneRefund() {
        bet("b1", "t1", 6_000).ok();
        Answer first = rollback("b1", "r1", 6_000).ok();
        assertThat(first.text("status")).isEqualTo("ROLLED_BACK");
        rollback("b1", "r1", 6_000).replays(first);
        rollback("b1", "r2", 6_000).refused(409, "ALREADY_ROLLED_BACK");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void case7ARollbackAfterAZeroSettlementIsRefused() {
        bet("b1", "t1", 6_000).ok();
        win("b1", "w1", 0).ok();
        rollback("b1", "r1", 6_000).refused(409, "BET_ALREADY_SETTLED");
        player.has("SPORTS_NORMAL 4000");
    }

    @Test
    void case8ARollbackRestoresTheLegsWhateverTheBalancesAreByThen() {
        player.bonus("SPORTS_BONUS", 2_500).ok();
        bet("b1", "t1", 10_000).ok();
        player.has("SPORTS_NORMAL 2500+7500, SPORTS_BONUS 0+2500");
        player.deposit("SPORTS_NORMAL", 50_000).ok();
        rollback("b1", "r1", 10_000).ok();
        player.has("SPORTS_NORMAL 60000, SPORTS_BONUS 2500");
    }

    @Test
    void case9AWinWithoutABetIsRefusedUntilTheBetComes() {
        win("b1", "w1", 500).refused(404, "BET_NOT_FOUND");
        bet("b1", "t1", 1_000).ok();
        Answer paid = win("b1", "w1", 500).ok();
        assertThat(paid.replayed()).isFalse();
        player.has("SPORTS_NORMAL 9500");
    }

    @Test
    void case10AKnownFreeRoundWinWithoutABetIsPaidByItsCampaign() {
        String code = "R" + UUID.randomUUID().toString().substring(0, 8);
        String campaign = ", \"campaignId\": \"" + code + "\"";
        String body = body("f1", "w1", "slots-1", 500, campaign);
        provider.call("win", body).refused(404, "BET_NOT_FOUND");
        player.post("/v2/coupons/campaigns", player.key(), """
            {"brandId": "acme", "code": "%s", "currency": "KRW", "budget": 1000, "face": 100, "products": ["SLOTS"],
             "providers": ["generic"], "stakeReturned": false, "payoutTarget": "WITHDRAWABLE",
             "expiresAt": "2099-01-01T00:00:00Z"}\
            """.formatted(code)).ok();
        Answer paid = provider.call("win", body).ok();
        assertThat(paid.text("status")).isEqualTo("CREDITED");
        provider.call("win", body).replays(paid);
        provider.call("win", body("f1", "w1", "slots-1", 501, campaign)).refused(422, "IDEMPOTENCY_MISMATCH");
        provider.call("bet", body("f1", "t1", "sports-1", 1_000, "")).ok();
        assertThat(provider.call("win", body).ok().replayed())
                .as("a bet that comes later is not paid by the same win")
                .isTrue();
        win("f1", "w2", 0).ok();
        provider.call("win", body("none", "w2", "slots-1", 0, campaign)).refused(422, "IDEMPOTENCY_MISMATCH");
        String withoutBet = body("x", "w3", "slots-1", 70, campaign);
        provider.call("win", withoutBet.replaceFirst("\"betId\": \"[^\"]*\", ", ""))
                .ok();
        player.has("SPORTS_NORMAL 9000, WITHDRAWABLE 570");
    }

    @Test
    void case11AWinWithAnExpiredTokenIsPaidAndABetIsNot() {
        String token = session(player.id, Instant.now().plusMillis(1_500)).text("token");
        String with = ", \"token\": \"" + token + "\"";
        provider.call("bet", body("b1", "t1", "sports-1", 1_000, with)).ok();
        Awaitility.await()
                .untilAsserted(() -> provider.call("bet", body("b2", "t2-" + UUID.randomUUID(), "slots-1", 1, with))
                        .refused(422, "TOKEN_EXPIRED"));
        provider.call("bet", body("b1", "t1", "sports-1", 1_000, with)).ok();
        provider.call("win", body("b1", "w1", "sports-1", 500, with)).ok();
        player.has("SPORTS_NORMAL 9500");
    }

    @Test
    void aTokenOfAnotherPlayerOpensNoBet() {
        String token = session("somebody-else", Instant.now().plusSeconds(60)).text("token");
        provider.call("bet", body("b1", "t1", "sports-1", 1_000, ", \"token\": \"" + token + "\""))
                .refused(422, "TOKEN_INVALID");
        provider.call("bet", body("b1", "t1", "sports-1", 1_000, ", \"token\": \"issued elsewhere\""))
                .ok();
        player.post("/v2/game-sessions", player.key(), """
            {"brandId": "acme", "playerId": "p", "currency": "KRW", "providerId": "generic",
             "expiresAt": "2020-01-01T00:00:00Z"}\
            """).refused(422, "TOKEN_EXPIRED");
        player.post("/v2/game-sessions", player.key(), """
            {"brandId": "acme", "playerId": "p", "currency": "KRW", "providerId": "nobody",
             "expiresAt": "2099-01-01T00:00:00Z"}\
            """).refused(404, "PROVIDER_NOT_FOUND");
        player.post("/v2/game-sessions", player.key(), "{\"brandId\": \"acme\"}")
                .refused(400, "INVALID_REQUEST");
    }

    private Answer session(String playerId, Instant expiresAt) {
        return player.post("/v2/game-sessions", player.key(), """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "providerId": "generic", "expiresAt": "%s"}\
            """.formatted(playerId, expiresAt))
                .ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"fundingSource\": \"BONUS\"", "\"use_bonus\": true", "\"bucket\": {\"type\": \"X\"}"})
    void case19AFundingFieldIsIgnoredAndCounted(String member) {
        player.bonus("SPORTS_BONUS", 500).ok();
        double before = ignored();
        provider.call("bet", body("b1", "t1", "sports-1", 10_000, ", " + member))
                .ok();
        player.has("SPORTS_NORMAL 500+9500, SPORTS_BONUS 0+500");
        assertThat(ignored()).isEqualTo(before + 1);
    }

    private double ignored() {
        return server.bean(MeterRegistry.class)
                .counter("wallet_provider_funding_overrides_ignored", "provider", "generic")
                .count();
    }

    @Test
    void case20ASlotsBetIsFundedFromTheCasinoBuckets() {
        player.deposit("CASINO_NORMAL", 700).ok();
        provider.call("bet", body("b1", "t1", "slots-1", 700, "")).ok();
        player.has("SPORTS_NORMAL 10000, CASINO_NORMAL 0+700");
        assertThat(balance("slots-1").ok().number("balance")).isZero();
        assertThat(balance("sports-1").ok().number("balance")).isEqualTo(10_000);
    }

    @Test
    void sayingWhetherARoundClosesIsUpToTheWireThenToTheProfile() {
        bet("b1", "t1", 1_000).ok();
        Answer open = provider.call("win", body("b1", "w1", "sports-1", 500, ", \"closesRound\": false"))
                .ok();
        assertThat(open.text("status")).isEqualTo("PARTIALLY_SETTLED");
        assertThat(win("b1", "w2", 500).ok().text("status")).isEqualTo("SETTLED");
        win("b1", "w3", 500).refused(409, "BET_ALREADY_SETTLED");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void oneTransactionIsTheSameByEitherWay() {
        Answer bet = player.bet("b1", "sports-1", 1_000).ok();
        Answer paid = win("b1", "w1", 500).ok();
        Answer replayed = player.settle(bet, "w1", 500).ok();
        assertThat(replayed.replayed()).isTrue();
        assertThat(replayed.number("position")).isEqualTo(paid.number("position"));
        player.has("SPORTS_NORMAL 9500");
    }

    @Test
    void refusesWhatIsNotSigned() {
        String body = body("b1", "t1", "sports-1", 1_000, "");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        provider.send("bet", body, Map.of()).refused(401, "BAD_SIGNATURE");
        provider.send("bet", body, Map.of("X-Signature", "nonsense")).refused(401, "BAD_SIGNATURE");
        provider.send("bet", body + " ", provider.signed(bytes)).refused(401, "BAD_SIGNATURE");
        provider.send("bet", body, provider.signedAt(Instant.now().minusSeconds(400), bytes))
                .refused(401, "BAD_SIGNATURE");
        provider.send("bet", body, provider.signedAt(Instant.now().plusSeconds(400), bytes))
                .refused(401, "BAD_SIGNATURE");
        provider.send("bet", "not even JSON", Map.of()).refused(401, "BAD_SIGNATURE");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void aTokenThatComesAlongMustActForTheProvider() {
        String body = body("b1", "t1", "sports-1", 1_000, "");
        Map<String, String> signed = provider.signed(body.getBytes(StandardCharsets.UTF_8));
        provider.send("bet", body, provider.with(signed, "Authorization", "Bearer carat_nobody"))
                .refused(401, "UNAUTHORIZED");
        provider.send("bet", body, provider.with(signed, "Authorization", "Bearer " + server.token("operator")))
                .refused(403, "FORBIDDEN");
        provider.send("bet", body, provider.with(signed, "Authorization", "Bearer " + server.token("provider")))
                .ok();
        player.has("SPORTS_NORMAL 9000+1000");
    }

    @Test
    void knowsNoOtherProvidersAndPaths() {
        StandInProvider nobody = new StandInProvider(server, "nobody");
        nobody.send("bet", "{}", Map.of()).refused(404, "PROVIDER_NOT_FOUND");
        provider.send("transaction/bet", "{}", Map.of()).refused(404, "NOT_FOUND");
        provider.send("user/info", "{}", Map.of()).refused(404, "NOT_FOUND");
    }

    @ParameterizedTest(name = "{0} = {1} is {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "amount | -1 | 422 | AMOUNT_INVALID",
                "amount | 0 | 422 | AMOUNT_INVALID",
                "amount | 1000000000000001 | 422 | AMOUNT_INVALID",
                "amount | 9223372036854775808 | 422 | AMOUNT_INVALID",
                "amount | 12.5 | 400 | INVALID_REQUEST",
                "amount | \"12\" | 400 | INVALID_REQUEST",
                "amount | null | 400 | INVALID_REQUEST",
                "amount | {} | 400 | INVALID_REQUEST",
                "currency | \"XXX\" | 422 | CURRENCY_MISMATCH",
                "currency | \"EUR\" | 422 | CURRENCY_MISMATCH",
                "currency | \"won\" | 400 | INVALID_REQUEST",
                "gameId | \"chess\" | 422 | INVALID_GAME",
                "gameId | 7 | 400 | INVALID_REQUEST",
                "playerId | \"nobody\" | 422 | CURRENCY_MISMATCH",
                "brandId | \"other\" | 404 | BRAND_NOT_FOUND",
                "betId | \"\" | 400 | INVALID_REQUEST",
                "token | 7 | 400 | INVALID_REQUEST",
                "closesRound | \"yes\" | 400 | INVALID_REQUEST"
            })
    void refusesNonsense(String member, String value, int status, String code) {
        String body = body("b1", "t1", "sports-1", 1_000, ", \"token\": \"t\", \"closesRound\": true")
                .replaceFirst("\"" + member + "\": (\"[^\"]*\"|\\d+|true)", "\"" + member + "\": " + value);
        provider.call("bet", body).refused(status, code);
        player.has("SPORTS_NORMAL 10000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{} {}",
                "{\"amount\": 1, \"amount\": 1}",
                "{\"brandId\": \"acme\"}",
                "\u0000"
            })
    void refusesBodiesThatAreNoCallback(String body) {
        provider.call("bet", body).refused(400, "INVALID_REQUEST");
    }

    @Test
    void refusesAMegabyteOfNesting() {
        provider.call("bet", "[".repeat(1_000_000)).refused(413, "BODY_TOO_LARGE");
        provider.call("bet", "{\"a\":".repeat(10_000)).refused(400, "INVALID_REQUEST");
        provider.call("bet", body("b1", "t1", "sports-1", 1_000, ", \"meta\": {\"a\": [1, {\"b\": null}]}"))
                .ok();
    }

    @Test
    void nothingCrossesBrands() {
        try (TestDatabase database = TestDatabase.fresh();
                RunningServer own = RunningServer.node(database, Map.of())) {
            Player acme = new Player(own);
            acme.deposit("SPORTS_NORMAL", 1_000).ok();
            acme.post("/admin/v1/brands", "admin", acme.key(), """
                {"brandId": "other", "currencies": ["KRW"], "reason": "a second brand"}\
                """).ok();
            StandInProvider both = new StandInProvider(own, "generic");
            String body = """
                {"brandId": "%s", "playerId": "%s", "currency": "KRW", "betId": "b1", "roundId": "r", "gameId": "sports-1",
                 "transactionId": "%s", "amount": 400}\
                """;
            both.call("bet", body.formatted("acme", acme.id, "t1")).ok();
            both.call("bet", body.formatted("other", acme.id, "t1")).refused(422, "CURRENCY_MISMATCH");
            both.call("win", body.formatted("other", acme.id, "w1")).refused(404, "BET_NOT_FOUND");
            assertThat(both.call("rollback", body.formatted("other", acme.id, "r1"))
                            .ok()
                            .text("status"))
                    .isEqualTo("TOMBSTONED");
            both.call("balance", body.formatted("other", acme.id, "x")).refused(404, "WALLET_NOT_FOUND");
            Map<String, String> signed = both.with(
                    both.signed(body.formatted("other", acme.id, "t2").getBytes(StandardCharsets.UTF_8)),
                    "Authorization",
                    "Bearer " + own.token("provider"));
            both.send("bet", body.formatted("other", acme.id, "t2"), signed).refused(403, "FORBIDDEN");
            acme.has("SPORTS_NORMAL 600+400");
        }
    }

    @Test
    void anotherPlayersBetIsNotFound() {
        bet("b1", "t1", 1_000).ok();
        String stranger = body("b1", "w1", "sports-1", 500, "").replace("\"" + player.id + "\"", "\"stranger\"");
        provider.call("win", stranger).refused(404, "BET_NOT_FOUND");
        provider.call("rollback", stranger).refused(404, "BET_NOT_FOUND");
        player.has("SPORTS_NORMAL 9000+1000");
    }
}
