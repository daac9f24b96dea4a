package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The acceptance cases as callbacks of Hub88's contract: one won is 100000 on the wire. */
class Hub88CallbacksTest {

    private static final long WON = 100_000;

    private final RunningServer server = RunningServer.split();
    private final StandInProvider hub88 = new StandInProvider(server, "hub88");
    private final Player player = new Player(server);

    Hub88CallbacksTest() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
    }

    private String own(String reference) {
        return player.id + "-" + reference;
    }

    private String body(String transaction, String reference, long won, String more) {
        return """
            {"user": "%s", "transaction_uuid": "%s", "supplier_transaction_id": "s", "token": "elsewhere",
             "round_closed": null, "round": "r", "reward_uuid": null, "request_uuid": "%s",
             "reference_transaction_uuid": "%s", "is_free": false, "is_aggregated": false, "game_code": "sports-1",
             "currency": "KRW", "bet": "zero", "amount": %d, "meta": {"odds": [1, 2.5]}%s}\
            """.formatted(player.id, own(transaction), UUID.randomUUID(), own(reference), won * WON, more);
    }

    private Answer bet(String transaction, long won) {
        return hub88.call("bet", body(transaction, "none", won, ""));
    }

    private Answer win(String transaction, String bet, long won) {
        return hub88.call("win", body(transaction, bet, won, ""));
    }

    private Answer rollback(String transaction, String bet) {
        return hub88.call("rollback", """
            {"user": "%s", "transaction_uuid": "%s", "token": "elsewhere", "round_closed": true, "round": "r",
             "request_uuid": "%s", "reference_transaction_uuid": "%s", "game_code": "sports-1"}\
            """.formatted(player.id, own(transaction), UUID.randomUUID(), own(bet)));
    }

    private static Answer says(Answer answer, String status) {
        return says(answer, 200, status);
    }

    private static Answer says(Answer answer, int http, String status) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(http);
        assertThat(answer.text("status")).as("%s", answer.body()).isEqualTo(status);
        return answer;
    }

    @Test
    void case1TheSameBetTwiceIsOneDebit() {
        Answer first = says(bet("t1", 6_000), "RS_OK");
        assertThat(first.text("user")).isEqualTo(player.id);
        assertThat(first.text("currency")).isEqualTo("KRW");
        assertThat(first.text("request_uuid")).hasSize(36);
        assertThat(first.number("balance")).isEqualTo(4_000 * WON);
        Answer second = says(bet("t1", 6_000), "RS_OK");
        assertThat(second.replayed()).isTrue();
        assertThat(second.number("balance")).isEqualTo(4_000 * WON);
        player.has("SPORTS_NORMAL 4000+6000");
    }

    @Test
    void case2TheSameIdWithAnotherAmountIsRefused() {
        says(bet("t1", 6_000), "RS_OK");
        says(bet("t1", 6_001), "RS_ERROR_DUPLICATE_TRANSACTION");
        says(win("w1", "t1", 100), "RS_OK");
        says(win("w1", "t1", 101), "RS_ERROR_DUPLICATE_TRANSACTION");
        says(win("w1", "t2", 100), "RS_ERROR_DUPLICATE_TRANSACTION");
        player.has("SPORTS_NORMAL 4100");
    }

    @Test
    void tellsTheBalanceWithMoneyThatIsNotThere() {
        Answer refused = says(bet("t1", 10_001), "RS_ERROR_NOT_ENOUGH_MONEY");
        assertThat(refused.number("balance")).isEqualTo(10_000 * WON);
        player.deposit("SPORTS_NORMAL", 1_000).ok();
        assertThat(says(bet("t1", 10_001), "RS_ERROR_NOT_ENOUGH_MONEY").replayed())
                .isTrue();
    }

    @Test
    void case5ARollbackFirstBuriesTheLateBet() {
        says(rollback("r1", "t1"), "RS_OK");
        says(rollback("r1", "t1"), "RS_OK");
        says(bet("t1", 6_000), "RS_ERROR_TRANSACTION_DOES_NOT_EXIST");
        says(win("w1", "t1", 6_000), "RS_ERROR_TRANSACTION_DOES_NOT_EXIST");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void case5ARollbackFirstOfAPlayerWithoutAWalletIsTakenToo() {
        String body = """
            {"user": "%s-new", "transaction_uuid": "%s", "token": "elsewhere", "round_closed": true, "round": "r",
             "request_uuid": "%s", "reference_transaction_uuid": "%s", "game_code": "sports-1"}\
            """.formatted(player.id, own("r9"), UUID.randomUUID(), own("t9"));
        assertThat(says(hub88.call("rollback", body), "RS_OK").number("balance"))
                .isZero();
        says(hub88.call("rollback", body), "RS_OK");
    }

    @Test
    void case6TwoRollbacksAreOneRefund() {
        says(bet("t1", 6_000), "RS_OK");
        assertThat(says(rollback("r1", "t1"), "RS_OK").number("balance")).isEqualTo(10_000 * WON);
        says(rollback("r1", "t1"), "RS_OK");
        says(rollback("r2", "t1"), "RS_OK");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void case7ARollbackAfterAZeroSettlementIsRefused() {
        says(bet("t1", 6_000), "RS_OK");
        says(win("w1", "t1", 0), "RS_OK");
        says(rollback("r1", "t1"), "RS_ERROR_UNKNOWN");
        says(rollback("r2", "w1"), "RS_ERROR_UNKNOWN");
        player.has("SPORTS_NORMAL 4000");
    }

    @Test
    void case8ARollbackRestoresTheLegs() {
        player.bonus("SPORTS_BONUS", 2_500).ok();
        says(bet("t1", 10_000), "RS_OK");
        player.deposit("SPORTS_NORMAL", 50_000).ok();
        says(rollback("r1", "t1"), "RS_OK");
        player.has("SPORTS_NORMAL 60000, SPORTS_BONUS 2500");
    }

    @Test
    void case9AWinWithoutABetIsRefusedUntilTheBetComes() {
        says(win("w1", "t1", 500), "RS_ERROR_TRANSACTION_DOES_NOT_EXIST");
        says(bet("t1", 1_000), "RS_OK");
        says(win("w1", "t1", 500), "RS_OK");
        says(win("w2", "t1", 300), "RS_OK");
        player.has("SPORTS_NORMAL 9800");
    }

    @Test
    void case11OnlyBetsAskForTheToken() {
        String token = player.post("/v2/game-sessions", player.key(), """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "providerId": "hub88", "expiresAt": "%s"}\
            """.formatted(
                                player.id, Instant.now().plusMillis(1_500)))
                .ok()
                .text("token");
        says(hub88.call("bet", body("t1", "none", 1_000, "").replace("elsewhere", token)), "RS_OK");
        Awaitility.await()
                .untilAsserted(() -> says(
                        hub88.call(
                                "bet",
                                body("t" + UUID.randomUUID(), "none", 0, "").replace("elsewhere", token)),
                        "RS_ERROR_TOKEN_EXPIRED"));
        says(hub88.call("win", body("w1", "t1", 500, "").replace("elsewhere", token)), "RS_OK");
        player.has("SPORTS_NORMAL 9500");
    }

    @Test
    void case19AFundingFieldIsIgnoredAndCounted() {
        player.bonus("SPORTS_BONUS", 500).ok();
        double before = ignored();
        says(hub88.call("bet", body("t1", "none", 10_000, ", \"funding_source\": \"BONUS\"")), "RS_OK");
        player.has("SPORTS_NORMAL 500+9500, SPORTS_BONUS 0+500");
        assertThat(ignored()).isEqualTo(before + 1);
    }

    private double ignored() {
        return server.bean(MeterRegistry.class)
                .counter("wallet_provider_funding_overrides_ignored", "provider", "hub88")
                .count();
    }

    @Test
    void case20ASlotsBetIsFundedFromTheCasinoBuckets() {
        player.deposit("CASINO_NORMAL", 700).ok();
        says(hub88.call("transaction/bet", body("t1", "none", 700, "").replace("sports-1", "slots-1")), "RS_OK");
        player.has("SPORTS_NORMAL 10000, CASINO_NORMAL 0+700");
    }

    @Test
    void aFreeRoundMovesNothing() {
        says(hub88.call("bet", body("t1", "none", 0, "").replace("\"is_free\": false", "\"is_free\": true")), "RS_OK");
        says(win("w1", "t1", 0), "RS_OK");
        Answer won = hub88.call(
                "win",
                body("w2", "t1", 100, "")
                        .replace("\"is_free\": false", "\"is_free\": true")
                        .replace("\"reward_uuid\": null", "\"reward_uuid\": \"unknown\""));
        says(won, "RS_ERROR_TRANSACTION_DOES_NOT_EXIST");
        says(rollback("r1", "t1"), "RS_OK");
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void tellsTheBalanceOfAGame() {
        String body = "{\"user\": \"%s\", \"token\": \"t\", \"request_uuid\": \"q\", \"game_code\": \"%s\"}";
        assertThat(says(hub88.call("user/balance", body.formatted(player.id, "sports-1")), "RS_OK")
                        .number("balance"))
                .isEqualTo(10_000 * WON);
        assertThat(says(hub88.call("balance", body.formatted(player.id, "slots-1")), "RS_OK")
                        .number("balance"))
                .isZero();
        says(hub88.call("balance", body.formatted(player.id, "chess")), "RS_ERROR_INVALID_GAME");
        says(hub88.call("balance", body.formatted("nobody", "slots-1")), "RS_ERROR_UNKNOWN");
    }

    @Test
    void refusesWhatIsNotSigned() {
        says(hub88.send("bet", body("t1", "none", 1, ""), Map.of()), 401, "RS_ERROR_INVALID_SIGNATURE");
        says(
                hub88.send("bet", body("t1", "none", 1, ""), Map.of("X-Hub88-Signature", "AAAA")),
                401,
                "RS_ERROR_INVALID_SIGNATURE");
        says(
                hub88.send("bet", body("t1", "none", 1, ""), Map.of("X-Hub88-Signature", "not base64!")),
                401,
                "RS_ERROR_INVALID_SIGNATURE");
        player.has("SPORTS_NORMAL 10000");
    }

    @ParameterizedTest(name = "{0} = {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "amount | 100000001 | RS_ERROR_WRONG_SYNTAX",
                "amount | -100000 | RS_ERROR_WRONG_SYNTAX",
                "amount | 9223372036854775808 | RS_ERROR_WRONG_SYNTAX",
                "amount | 1.5 | RS_ERROR_WRONG_TYPES",
                "amount | \"1\" | RS_ERROR_WRONG_TYPES",
                "currency | \"ZZZ\" | RS_ERROR_WRONG_CURRENCY",
                "currency | \"EUR\" | RS_ERROR_WRONG_CURRENCY",
                "game_code | \"chess\" | RS_ERROR_INVALID_GAME",
                "game_code | null | RS_ERROR_WRONG_SYNTAX",
                "user | 7 | RS_ERROR_WRONG_TYPES",
                "is_free | \"no\" | RS_ERROR_WRONG_TYPES"
            })
    void refusesNonsense(String member, String value, String status) {
        String body = body("t1", "none", 1_000, "")
                .replaceFirst("\"" + member + "\": (\"[^\"]*\"|\\d+|false)", "\"" + member + "\": " + value);
        Answer refused = says(hub88.call("bet", body), status);
        assertThat(refused.text("request_uuid")).hasSize(36);
        player.has("SPORTS_NORMAL 10000");
    }

    @Test
    void refusesBodiesThatAreNoCallback() {
        says(hub88.call("bet", "{"), "RS_ERROR_WRONG_SYNTAX");
        says(hub88.call("bet", "[".repeat(1_000_000)), 413, "RS_ERROR_WRONG_SYNTAX");
        says(hub88.call("win", "{\"user\": \"p\"}"), "RS_ERROR_WRONG_SYNTAX");
    }
}
