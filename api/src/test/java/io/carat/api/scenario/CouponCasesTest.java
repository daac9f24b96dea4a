package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.api.scenario.RunningServer.TopologyCode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Bets that a coupon funds, over HTTP: the acceptance cases 25 to 29, on every topology. */
class CouponCasesTest {

    /** How many bets race for one coupon. */
    private static final int RACERS = 64;

    private Player player = new Player(RunningServer.split());
    private Coupons coupons = new Coupons(player);

    private void on(TopologyCode topology) {
        player = new Player(RunningServer.on(topology));
        coupons = new Coupons(player);
    }

    private static String normal(TopologyCode topology) {
        return topology == TopologyCode.RUBY_UNIFIED_V1 ? "COMMON_NORMAL" : "SPORTS_NORMAL";
    }

    @ParameterizedTest
    @EnumSource
    void case25ASportsCouponOnSlotsIsRefused(TopologyCode topology) {
        on(topology);
        coupons.campaign("C", "NORMAL", "").ok();
        String grant = coupons.active("C", "t1");
        coupons.bet(grant, "b1", "slots-1", 3_000).refused(422, "COUPON_PRODUCT_MISMATCH");
        coupons.has(grant, "ACTIVE 3000/0/0/0/0");
        coupons.bet(grant, "b2", "sports-1", 3_000).ok().parts("funding", "COUPON 3000");
    }

    @ParameterizedTest
    @EnumSource
    void case26AnUnlistedProviderIsRefused(TopologyCode topology) {
        on(topology);
        coupons.campaign("C", "NORMAL", ", \"providers\": [\"hub88\"]").ok();
        String grant = coupons.active("C", "t1");
        coupons.bet(grant, "b1", "sports-1", 3_000).refused(422, "COUPON_PROVIDER_NOT_ALLOWED");
    }

    @Test
    void case27OfTwoBetsThatRaceForOneCouponOneIsToldThatItIsReserved() throws Exception {
        coupons.campaign("C", "NORMAL", "").ok();
        String grant = coupons.active("C", "t1");
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int racer = 0; racer < RACERS; racer++) {
                String bet = "b" + racer;
                running.add(threads.submit(() -> coupons.bet(grant, bet, "sports-1", 3_000)));
            }
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
        }
        List<Answer> accepted =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(accepted).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 200).forEach(lost -> {
            // a contended command that lost all its tries says so, and can be sent again
            if (lost.status() == 503) {
                lost.refused(503, "CONTENTION");
            } else {
                lost.refused(409, "COUPON_RESERVED");
            }
        });
        coupons.has(grant, "RESERVED 0/3000/0/0/0");
        player.settle(accepted.getFirst(), "s1", 0).ok();
        coupons.has(grant, "CONSUMED 0/0/3000/0/0");
        coupons.bet(grant, "late", "sports-1", 3_000).refused(422, "COUPON_CONSUMED");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"win, CONSUMED 0/0/3000/0/0, WITHDRAWABLE 4500", "void, EXPIRED 0/0/0/3000/0, ''"})
    void case28ACouponThatExpiresMidBetPaysAWinAndIsGoneWithAVoid(String how, String amounts, String balances)
            throws Exception {
        Instant soon = Instant.now().plusSeconds(3);
        coupons.campaign("C", "WITHDRAWABLE", ", \"expiresAt\": \"" + soon + "\"")
                .ok();
        String grant = coupons.active("C", "t1");
        Answer bet = coupons.bet(grant, "b1", "sports-1", 3_000).ok();
        coupons.awaitRefusal(grant, "COUPON_EXPIRED");
        coupons.has(grant, "RESERVED 0/3000/0/0/0");
        if (how.equals("win")) {
            player.settle(bet, "s1", 7_500).ok().parts("credited", "COUPON 4500");
        } else {
            player.voidBet(bet, "v1").ok();
        }
        coupons.has(grant, amounts);
        player.has(balances);
    }

    @ParameterizedTest
    @EnumSource
    void case29ACouponWhoseStakeIsNotReturnedPaysItsShareLessItsStake(TopologyCode topology) {
        on(topology);
        String normal = normal(topology);
        player.deposit(normal, 10_000).ok();
        coupons.campaign("C", "WITHDRAWABLE", "").ok();
        String grant = coupons.active("C", "t1");
        Answer bet = coupons.bet(grant, "b1", "sports-1", 10_000).ok().parts("funding", "COUPON 3000, NORMAL 7000");
        player.has(normal + " 3000+7000");
        player.settle(bet, "s1", 25_000).ok().parts("credited", "COUPON 4500, NORMAL 17500");
        player.has(normal + " 20500, WITHDRAWABLE 4500");
    }

    @Test
    void aCouponWhoseTimeIsOverIsExpiredByTheJobAndCounted() {
        Instant soon = Instant.now().plusSeconds(3);
        coupons.campaign("C", "NORMAL", ", \"expiresAt\": \"" + soon + "\"").ok();
        String grant = coupons.active("C", "t1");
        await().atMost(Duration.ofSeconds(40)).until(() -> coupons.status(grant).equals("EXPIRED"));
        coupons.has(grant, "EXPIRED 0/0/0/3000/0");
        coupons.bet(grant, "b1", "sports-1", 3_000).refused(422, "COUPON_EXPIRED");
        assertThat(player.server()
                        .bean(MeterRegistry.class)
                        .get("wallet_coupon_rejections")
                        .tag("reason", "COUPON_EXPIRED")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void aCouponIsSeenWithTheWallet() {
        coupons.campaign("C", "NORMAL", "").ok();
        String grant = coupons.active("C", "t1");
        JsonNode line = player.get("/v2/wallets/acme/" + player.id + "?currency=KRW")
                .ok()
                .body()
                .get("coupons")
                .get(0);
        assertThat(line.get("grantId").asString()).isEqualTo(grant);
        assertThat(line.get("status").asString()).isEqualTo("ACTIVE");
        assertThat(line.get("face").asLong()).isEqualTo(3_000);
        assertThat(line.get("remaining").asLong()).isEqualTo(3_000);
        assertThat(line.get("scope").get("products").get(0).asString()).isEqualTo("SPORTS");
    }

    @Test
    void aDuplicateIsAnsweredAsStoredWhateverBecameOfTheCoupon() {
        coupons.campaign("C", "NORMAL", "").ok();
        String grant = coupons.active("C", "t1");
        String key = player.key();
        Answer bet = coupons.bet(grant, "b1", "sports-1", 3_000, key).ok();
        player.settle(bet, "s1", 0).ok();
        coupons.bet(grant, "b1", "sports-1", 3_000, key).ok().replays(bet);
        assertThat(coupons.bet(grant, "b1", "sports-1", 3_000).ok().replayed()).isTrue();
        coupons.bet("acme.grant.00000000000000000000000000000000", "b1", "sports-1", 3_000)
                .refused(422, "IDEMPOTENCY_MISMATCH");
        player.bet("b1", "sports-1", 3_000).refused(422, "IDEMPOTENCY_MISMATCH");
    }

    @Test
    void aDryRunSaysWhatACouponWouldGive() {
        coupons.campaign("C", "NORMAL", "").ok();
        String grant = coupons.active("C", "t1");
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer dry = coupons.dryRun(grant, 5_000).ok();
        assertThat(dry.body().get("sources").get(0).get("source").asString()).isEqualTo("COUPON");
        assertThat(dry.body().get("sources").get(0).get("taken").asLong()).isEqualTo(3_000);
        assertThat(dry.body().get("accepted").asBoolean()).isTrue();
        Answer partial = coupons.dryRun(grant, 2_000).ok();
        assertThat(partial.body().get("refusal").get("code").asString()).isEqualTo("COUPON_PARTIAL_NOT_ALLOWED");
        coupons.has(grant, "ACTIVE 3000/0/0/0/0");
    }

    @Test
    void aWinThatNamesAGrantIsPaidByItsTerms() {
        coupons.campaign("C", "WITHDRAWABLE", "").ok();
        String grant = coupons.active("C", "t1");
        player.post("/v2/wins", player.key(), win(grant, "w1", player.id)).ok();
        player.has("WITHDRAWABLE 500");
        player.post("/v2/wins", player.key(), win("acme.grant.00000000000000000000000000000000", "w2", player.id))
                .refused(404, "BET_NOT_FOUND");
        player.post("/v2/wins", player.key(), win(grant, "w3", "another")).refused(422, "COUPON_NOT_OWNER");
        coupons.has(grant, "ACTIVE 3000/0/0/0/0");
    }

    private String win(String grant, String transactionId, String playerId) {
        return """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "providerId": "generic", "couponGrantId": "%s",
             "transactionId": "%s", "payout": 500}\
            """.formatted(playerId, grant, coupons.own(transactionId));
    }
}
