package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is wrong gets the right status and code, and moves nothing. */
class BadInputTest {

    private static final String BET = """
        {"brandId": "%s", "playerId": "%s", "providerId": "generic", "gameId": "sports-1", "betId": "bad-%s",
         "roundId": "r", "stake": %s, "currency": "%s"}\
        """;

    private final RunningServer server = RunningServer.split();
    private final Player player = new Player(server);

    @BeforeEach
    void funded() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
    }

    @ParameterizedTest(name = "a stake of {0} is answered {1} {2}")
    @CsvSource({
        "-1, 422, AMOUNT_INVALID",
        "0, 422, AMOUNT_INVALID",
        "1000000000000001, 422, AMOUNT_INVALID",
        "9223372036854775807, 422, AMOUNT_INVALID",
        "9223372036854775808, 422, AMOUNT_INVALID",
        "-9223372036854775809, 422, AMOUNT_INVALID",
        "12.9, 400, INVALID_REQUEST",
        "'\"12\"', 400, INVALID_REQUEST",
        "1e3, 400, INVALID_REQUEST",
        "true, 400, INVALID_REQUEST",
        "null, 400, INVALID_REQUEST",
        "[], 400, INVALID_REQUEST",
        "{}, 400, INVALID_REQUEST",
        "NaN, 400, INVALID_REQUEST"
    })
    void refusesAmountsThatAreNone(String stake, int status, String code) {
        player.post("/v2/bets/authorize", player.key(), BET.formatted("acme", player.id, player.id, stake, "KRW"))
                .refused(status, code);
        player.has("SPORTS_NORMAL 10000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"brandId\": \"acme\"}",
                "{\"brandId\": \"acme\"} trailing",
                "{\"brandId\": \"acme\", \"brandId\": \"acme\"}"
            })
    void refusesBodiesThatAreNoRequest(String body) {
        player.post("/v2/deposits", player.key(), body).refused(400, "INVALID_REQUEST");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void refusesMembersThatItDoesNotKnow() {
        Answer refused = player.post("/v2/deposits", player.key(), """
            {"brandId": "acme", "playerId": "%s", "target": "SPORTS_NORMAL", "amount": 1, "currency": "KRW",
             "paymentRef": "x", "fundingSource": "BONUS"}\
            """.formatted(player.id));
        refused.refused(400, "INVALID_REQUEST");
        assertThat(refused.text("detail")).contains("fundingSource").contains("paymentRef");
    }

    @Test
    void refusesAMegabyteOfNesting() {
        player.post("/v2/deposits", player.key(), "[".repeat(1_000_000)).refused(413, "BODY_TOO_LARGE");
        player.post("/v2/deposits", player.key(), "{\"a\":".repeat(5_000)).refused(400, "INVALID_REQUEST");
    }

    @Test
    void refusesCurrenciesThatTheBrandOrThePlayerDoesNotHold() {
        player.post("/v2/bets/authorize", player.key(), BET.formatted("acme", player.id, player.id, "1", "XXX"))
                .refused(422, "CURRENCY_MISMATCH");
        player.post("/v2/bets/authorize", player.key(), BET.formatted("acme", player.id, player.id, "1", "EUR"))
                .refused(422, "CURRENCY_MISMATCH");
        player.post("/v2/bets/authorize", player.key(), BET.formatted("acme", player.id, player.id, "1", "won"))
                .refused(400, "INVALID_REQUEST");
    }

    @Test
    void refusesGamesBucketsAndWalletsThatDoNotExist() {
        player.bet("b1", "chess-1", 100).refused(422, "INVALID_GAME");
        player.deposit("COMMON_NORMAL", 100).refused(422, "TOPOLOGY_MISMATCH");
        player.deposit("SPORTS_BONUS", 100).refused(422, "TOPOLOGY_MISMATCH");
        player.deposit("POINTS", 100).refused(422, "TOPOLOGY_MISMATCH");
        player.get("/v2/wallets/acme/nobody?currency=KRW").refused(404, "WALLET_NOT_FOUND");
        player.get("/v2/wallets/acme/" + player.id).refused(400, "INVALID_REQUEST");
        player.get("/v2/wallets/acme/" + player.id + "/ledger?cursor=nonsense").refused(400, "INVALID_REQUEST");
        player.get("/v2/wallets/acme/" + player.id + "/ledger?limit=0").refused(400, "INVALID_REQUEST");
    }

    @Test
    void refusesMoneyCommandsWithoutAKey() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/v2/deposits"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + server.token("operator"))
                .POST(HttpRequest.BodyPublishers.ofString("""
                    {"brandId": "acme", "playerId": "%s", "target": "SPORTS_NORMAL", "amount": 1,
                     "currency": "KRW", "paymentRef": "x"}\
                    """.formatted(player.id)))
                .build();
        Answer answer = Answer.of(RunningServer.HTTP.send(request, BodyHandlers.ofString()));
        answer.refused(400, "INVALID_REQUEST");
        assertThat(answer.text("detail")).contains("Idempotency-Key");
        player.has("SPORTS_NORMAL 10000");
    }

    @ParameterizedTest(name = "token {0} is answered 401")
    @ValueSource(strings = {"", "Bearer", "Bearer carat_nobody", "Basic b3BlcmF0b3I6eA=="})
    void refusesTokensThatAreNone(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/v2/wallets/acme/" + player.id));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        Answer.of(RunningServer.HTTP.send(request.build(), BodyHandlers.ofString()))
                .refused(401, "UNAUTHORIZED");
    }

    @ParameterizedTest(name = "{0} may not deposit")
    @ValueSource(strings = {"provider", "finance", "ops"})
    void refusesDepositsOfOtherRoles(String role) {
        player.post("/v2/deposits", role, player.key(), """
            {"brandId": "acme", "playerId": "%s", "target": "SPORTS_NORMAL", "amount": 1, "currency": "KRW",
             "paymentRef": "x"}\
            """.formatted(player.id))
                .refused(403, "FORBIDDEN");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void refusesOtherBrands() {
        player.post("/v2/bets/authorize", player.key(), BET.formatted("other", player.id, player.id, "1", "KRW"))
                .refused(403, "FORBIDDEN");
        player.post("/v2/bets/authorize", "admin", player.key(), BET.formatted("other", player.id, "a", "1", "KRW"))
                .refused(404, "BRAND_NOT_FOUND");
        player.get("/v2/wallets/other/" + player.id + "?currency=KRW").refused(403, "FORBIDDEN");
    }

    @Test
    void aRefusalIsStoredAndReplayed() {
        String key = player.key();
        Answer refused = player.bet("generic", "big", "sports-1", 20_000, key).refused(422, "INSUFFICIENT_FUNDS");
        player.deposit("SPORTS_NORMAL", 50_000).ok();
        Answer again = player.bet("generic", "big", "sports-1", 20_000, key).refused(422, "INSUFFICIENT_FUNDS");
        assertThat(again.replayed()).isTrue();
        assertThat(again.text("detail")).isEqualTo(refused.text("detail"));
        player.bet("generic", "big", "sports-1", 20_000, player.key()).ok();
        player.has("SPORTS_NORMAL 40000+20000");
    }

    @Test
    void aTransactionIdIsUnderstoodOncePerOperation() {
        Answer first = player.bet("b1", "sports-1", 1_000).ok();
        Answer second = player.bet("b2", "sports-1", 1_000).ok();
        Answer settled = player.settle(first, "t1", 500).ok();
        Answer again = player.settle(first, "t1", 500).ok();
        assertThat(again.replayed()).isTrue();
        assertThat(again.number("payout")).isEqualTo(settled.number("payout"));
        player.settle(first, "t1", 501).refused(422, "IDEMPOTENCY_MISMATCH");
        player.settle(second, "t1", 500).refused(422, "IDEMPOTENCY_MISMATCH");
        player.has("SPORTS_NORMAL 8500+1000");
    }

    @Test
    void aPaymentIsCreditedOnce() {
        String reference = "pay-" + player.id;
        player.deposit("SPORTS_NORMAL", 700, reference, player.key()).ok();
        assertThat(player.deposit("SPORTS_NORMAL", 700, reference, player.key())
                        .ok()
                        .replayed())
                .isTrue();
        player.deposit("SPORTS_NORMAL", 701, reference, player.key()).refused(422, "IDEMPOTENCY_MISMATCH");
        player.has("SPORTS_NORMAL 10700");
    }

    @Test
    void anIdOfAnotherKindIsNotFound() {
        Answer deposit = player.deposit("SPORTS_NORMAL", 100).ok();
        player.post("/v2/bets/" + deposit.text("depositId") + "/settle", player.key(), """
            {"transactionId": "x", "payout": 5}\
            """)
                .refused(404, "BET_NOT_FOUND");
        player.post("/v2/withdrawals/" + deposit.text("depositId") + "/approve", player.key(), "{}")
                .refused(404, "WITHDRAWAL_NOT_FOUND");
    }

    @Test
    void equalOddsAreTheSamePayload() {
        String key = player.key();
        String bet = """
            {"brandId": "acme", "playerId": "%s", "providerId": "generic", "gameId": "sports-1", "betId": "odds-%s",
             "roundId": "r", "stake": 100, "currency": "KRW", "odds": %s}\
            """;
        Answer first = player.post("/v2/bets/authorize", key, bet.formatted(player.id, player.id, "1.85"))
                .ok();
        player.post("/v2/bets/authorize", key, bet.formatted(player.id, player.id, "1.850"))
                .replays(first);
        player.post("/v2/bets/authorize", key, bet.formatted(player.id, player.id, "1.86"))
                .refused(422, "IDEMPOTENCY_MISMATCH");
    }

    @Test
    void refusesIdsThatNoPathCanNameAndParametersThatItDoesNotKnow() {
        player.post("/v2/deposits", player.key(), """
            {"brandId": "acme", "playerId": "..", "target": "SPORTS_NORMAL", "amount": 1, "currency": "KRW",
             "paymentRef": "x"}\
            """).refused(400, "INVALID_REQUEST");
        player.get("/v2/wallets/acme/" + player.id + "?currency=KRW&asOf=2020-01-01T00:00:00Z")
                .refused(400, "INVALID_REQUEST");
    }

    /** The web server refuses these before any of our code sees them. */
    @ParameterizedTest
    @ValueSource(strings = {"/v2/wallets/acme/a%2fb?currency=KRW", "/v2/wallets/acme/a%00b?currency=KRW"})
    void explainsPathsThatTheWebServerRefuses(String path) {
        player.get(path).refused(400, "INVALID_REQUEST");
    }
}
