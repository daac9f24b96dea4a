package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.api.scenario.RunningServer.TopologyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Campaigns and wins without a bet over HTTP: the acceptance cases 9 and 10, and everything that is refused. */
class WinCasesTest {

    private Player player = new Player(RunningServer.split());

    private static String terms(String target, String more) {
        return """
            "currency": "KRW", "budget": 1000000, "face": 1000, "products": ["SLOTS", "LIVE"],
            "providers": ["generic"], "stakeReturned": true, "payoutTarget": "%s", "expiresAt": "2999-12-31"%s\
            """.formatted(target, more);
    }

    private Answer define(String code, String terms) {
        return player.post(
                "/v2/coupons/campaigns",
                player.key(),
                "{\"brandId\": \"acme\", \"code\": \"%s\", %s}".formatted(own(code), terms));
    }

    private String own(String code) {
        return player.id + "-" + code;
    }

    private String win(String campaign, String transactionId, long payout) {
        return """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "providerId": "generic", "campaignId": "%s",
             "transactionId": "%s", "payout": %d}\
            """.formatted(player.id, campaign, own(transactionId), payout);
    }

    private Answer pay(String campaign, String transactionId, long payout) {
        return player.post("/v2/wins", player.key(), win(campaign, transactionId, payout));
    }

    @Test
    void case9AWinWithoutBetOrCampaignIsRefusedUntilTheCampaignIsKnown() {
        pay(own("C"), "w1", 500).refused(404, "BET_NOT_FOUND");
        pay("acme.campaign.00000000000000000000000000000000", "w1", 500).refused(404, "BET_NOT_FOUND");
        define("C", terms("WITHDRAWABLE", "")).ok();
        pay(own("C"), "w1", 500).ok();
        player.has("WITHDRAWABLE 500");
    }

    @ParameterizedTest(name = "under {0}, {1} credits {2}, to be wagered: {3}")
    @CsvSource({
        "RUBY_SPLIT_V1, WITHDRAWABLE, WITHDRAWABLE 500, ''",
        "RUBY_SPLIT_V1, NORMAL, CASINO_NORMAL 500, CASINO_NORMAL 0/500",
        "RUBY_SPLIT_V1, BONUS, CASINO_BONUS 500, CASINO_BONUS 0/5000",
        "RUBY_UNIFIED_V1, WITHDRAWABLE, WITHDRAWABLE 500, ''",
        "RUBY_UNIFIED_V1, NORMAL, COMMON_NORMAL 500, COMMON_NORMAL 0/500",
        "RUBY_UNIFIED_V1, BONUS, COMMON_BONUS 500, COMMON_BONUS 0/5000"
    })
    void case10AKnownFreeRoundWinCreditsTheTargetOfItsCampaign(
            TopologyCode topology, String target, String balances, String rolling) {
        player = new Player(RunningServer.on(topology));
        Answer campaign = define("C", terms(target, "")).ok();
        Answer won = pay(campaign.text("campaignId"), "w1", 500).ok();
        assertThat(won.text("status")).isEqualTo("CREDITED");
        assertThat(won.number("position")).isPositive();
        player.has(balances);
        assertThat(player.rolling()).isEqualTo(rolling);
        JsonNode row = player.ledger(won).getFirst();
        assertThat(row.get("reason").asString()).isEqualTo("PAYOUT");
        assertThat(row.get("counterAccount").asString()).isEqualTo("PROMO");
        assertThat(row.get("reference").asString()).isEqualTo(won.text("winId"));
    }

    @Test
    void aWinIntoARunningBonusRaisesItsRequirement() {
        player.bonus("CASINO_BONUS", 1_000).ok();
        define("C", terms("BONUS", "")).ok();
        pay(own("C"), "w1", 500).ok();
        player.has("CASINO_BONUS 1500");
        assertThat(player.rolling()).isEqualTo("CASINO_BONUS 0/15000");
    }

    @Test
    void aWinIsWageredAsAnyOtherMoney() {
        define("C", terms("NORMAL", ", \"multiplier\": 20000")).ok();
        pay(own("C"), "w1", 500).ok();
        assertThat(player.rolling()).isEqualTo("CASINO_NORMAL 0/1000");
        Answer bet = player.bet("b1", "slots-1", 500).ok();
        player.settle(bet, "t1", 800).ok();
        player.has("CASINO_NORMAL 800");
        Answer second = player.bet("b2", "slots-1", 500).ok();
        player.settle(second, "t2", 900).ok();
        player.has("WITHDRAWABLE 1200");
    }

    @Test
    void aWinOfNothingIsAcknowledged() {
        define("C", terms("NORMAL", "")).ok();
        Answer nothing = pay(own("C"), "w1", 0).ok();
        assertThat(nothing.text("status")).isEqualTo("ACKNOWLEDGED");
        player.get("/v2/wallets/acme/" + player.id + "?currency=KRW").refused(404, "WALLET_NOT_FOUND");
    }

    @Test
    void theSameWinTwiceIsOneCredit() throws Exception {
        define("C", terms("WITHDRAWABLE", "")).ok();
        String key = player.key();
        String body = win(own("C"), "w1", 500);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int call = 0; call < 8; call++) {
                String sent = call % 2 == 0 ? key : player.key();
                running.add(threads.submit(() -> player.post("/v2/wins", sent, body)));
            }
            for (Future<Answer> call : running) {
                answers.add(call.get().ok());
            }
        }
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.text("winId"))
                .containsOnly(answers.getFirst().text("winId"));
        player.has("WITHDRAWABLE 500");
        player.post("/v2/wins", key, win(own("C"), "w1", 501)).refused(422, "IDEMPOTENCY_MISMATCH");
        pay(own("C"), "w1", 501).refused(422, "IDEMPOTENCY_MISMATCH");
        player.has("WITHDRAWABLE 500");
    }

    @Test
    void aCampaignIsDefinedOnceAndCanBeRead() {
        Answer campaign = define("C", terms("BONUS", ", \"minOdds\": 1.5, \"partialUse\": true"))
                .ok();
        assertThat(campaign.text("expiresAt")).isEqualTo("3000-01-01T00:00:00Z");
        assertThat(campaign.body().get("minOdds").decimalValue()).isEqualByComparingTo("1.5");
        Answer again = define("C", terms("BONUS", ", \"minOdds\": 1.50, \"partialUse\": true"))
                .ok();
        assertThat(again.replayed()).isTrue();
        define("C", terms("NORMAL", "")).refused(422, "IDEMPOTENCY_MISMATCH");
        Answer read = player.get("/v2/coupons/campaigns/" + campaign.text("campaignId"))
                .ok();
        assertThat(read.text("code")).isEqualTo(own("C"));
        assertThat(read.body().get("products").get(0).asString()).isEqualTo("SLOTS");
        player.get("/v2/coupons/campaigns/acme.campaign.00000000000000000000000000000000")
                .refused(404, "CAMPAIGN_NOT_FOUND");
        player.get("/v2/coupons/campaigns/" + own("C")).refused(404, "CAMPAIGN_NOT_FOUND");
    }

    @Test
    void aCampaignThatCannotBeIsRefused() {
        define("C", terms("BONUS", "").replace("\"face\": 1000", "\"face\": 1000001"))
                .refused(422, "AMOUNT_INVALID");
        define("C", terms("BONUS", "").replace("\"budget\": 1000000", "\"budget\": 0"))
                .refused(422, "AMOUNT_INVALID");
        define("C", terms("BONUS", "").replace("2999", "2019")).refused(422, "COUPON_EXPIRED");
        define("C", terms("BONUS", "").replace("LIVE", "POKER")).refused(422, "TOPOLOGY_MISMATCH");
        define("C", terms("BONUS", "").replace("KRW", "JPY")).refused(422, "CURRENCY_MISMATCH");
        define("C", terms("BONUS", "").replace("\"generic\"", "\"none\"")).refused(404, "PROVIDER_NOT_FOUND");
        define("C", terms("BONUS", "")).ok();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"payoutTarget\": \"BONUS\" -> \"payoutTarget\": \"POINTS\"",
                "\"payoutTarget\": \"BONUS\" -> \"payoutTarget\": 0",
                "\"payoutTarget\": \"BONUS\" -> \"payoutTarget\": \"0\"",
                "\"payoutTarget\": \"BONUS\" -> \"payoutTarget\": null",
                "[\"SLOTS\", \"LIVE\"] -> []",
                "[\"SLOTS\", \"LIVE\"] -> [\"SLOTS\", \"SLOTS\"]",
                "[\"SLOTS\", \"LIVE\"] -> [null]",
                "[\"SLOTS\", \"LIVE\"] -> \"SLOTS\"",
                "\"expiresAt\": \"2999-12-31\" -> \"expiresAt\": \"soon\"",
                ", \"expiresAt\": \"2999-12-31\" -> ''",
                "\"stakeReturned\": true, -> ''",
                "\"stakeReturned\": true -> \"stakeReturned\": \"true\"",
                "\"face\": 1000, -> ''",
                "\"face\": 1000 -> \"face\": 1000, \"minOdds\": 1.2345",
                "\"face\": 1000 -> \"face\": 1000, \"multiplier\": -1"
            })
    void aCampaignThatIsNotWellFormedIsRefused(String change) {
        String[] parts = change.split(" -> ", -1);
        String broken = terms("BONUS", "").replace(parts[0], parts[1].equals("''") ? "" : parts[1]);
        assertThat(broken).isNotEqualTo(terms("BONUS", ""));
        define("C", broken).refused(400, "INVALID_REQUEST");
    }

    @Test
    void aWinThatIsNotWellFormedIsRefused() {
        define("C", terms("WITHDRAWABLE", "")).ok();
        String good = win(own("C"), "w1", 500);
        for (String broken : List.of(
                good.replace("\"campaignId\": \"" + own("C") + "\",", ""),
                good.replace("\"payout\"", "\"couponGrantId\": \"g\", \"payout\""),
                good.replace("\"payout\": 500", "\"payout\": 5.5"),
                good.replace("\"payout\": 500", "\"payout\": \"500\""),
                good.replace("\"payout\"", "\"gameId\": \" \", \"payout\""),
                good.replace(", \"payout\": 500", ""))) {
            assertThat(broken).isNotEqualTo(good);
            player.post("/v2/wins", player.key(), broken).refused(400, "INVALID_REQUEST");
        }
        player.post("/v2/wins", player.key(), good.replace("500", "-1")).refused(422, "AMOUNT_INVALID");
        player.post("/v2/wins", player.key(), good.replace("500", "1000000000000001"))
                .refused(422, "AMOUNT_INVALID");
        pay(own("C"), "w1", 500).ok();
        player.has("WITHDRAWABLE 500");
    }

    @Test
    void aWinThatItsCampaignIsNotForIsRefused() {
        define("C", terms("WITHDRAWABLE", "")).ok();
        String good = win(own("C"), "w1", 500);
        player.post("/v2/wins", player.key(), good.replace("\"generic\"", "\"hub88\""))
                .refused(422, "COUPON_PROVIDER_NOT_ALLOWED");
        player.post("/v2/wins", player.key(), good.replace("w1", "w2").replace("KRW", "EUR"))
                .refused(422, "CURRENCY_MISMATCH");
        String game = good.replace("w1", "w3").replace("\"payout\"", "\"gameId\": \"sports-1\", \"payout\"");
        player.post("/v2/wins", player.key(), game).refused(422, "COUPON_PRODUCT_MISMATCH");
        player.post("/v2/wins", player.key(), game.replace("w3", "w4").replace("sports-1", "none-1"))
                .refused(422, "INVALID_GAME");
        player.post("/v2/wins", player.key(), good.replace("\"campaignId\"", "\"couponGrantId\""))
                .refused(404, "BET_NOT_FOUND");
        player.post("/v2/wins", player.key(), good.replace("\"acme\"", "\"other\""))
                .refused(403, "FORBIDDEN");
    }

    @Test
    void aProviderPaysItsOwnWinsAndDefinesNoCampaign() {
        define("C", terms("WITHDRAWABLE", "")).ok();
        String good = win(own("C"), "w1", 500);
        player.post("/v2/wins", "provider", player.key(), good).ok();
        player.post("/v2/wins", "provider", player.key(), good.replace("\"generic\"", "\"nobody\""))
                .refused(403, "FORBIDDEN");
        for (String role : List.of("finance", "ops")) {
            player.post("/v2/wins", role, player.key(), good).refused(403, "FORBIDDEN");
        }
        for (String role : List.of("provider", "finance", "ops")) {
            String body = "{\"brandId\": \"acme\", \"code\": \"X\", %s}".formatted(terms("BONUS", ""));
            player.post("/v2/coupons/campaigns", role, player.key(), body).refused(403, "FORBIDDEN");
        }
        player.get("/v2/coupons/campaigns/acme.campaign.00000000000000000000000000000000", "provider")
                .refused(403, "FORBIDDEN");
        player.has("WITHDRAWABLE 500");
    }
}
