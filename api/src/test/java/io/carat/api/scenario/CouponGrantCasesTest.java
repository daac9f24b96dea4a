package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Coupon grants over HTTP: offered, confirmed by the saga, read, taken back; and everything that is refused. */
class CouponGrantCasesTest {

    private final Player player = new Player(RunningServer.split());
    private final Coupons coupons = new Coupons(player);

    @Test
    void aGrantIsOfferedAndTheSagaConfirmsIt() {
        coupons.campaign("C", "NORMAL", "").ok();
        Answer granted = coupons.grant("C", "deposit-1").ok();
        assertThat(granted.text("status")).isEqualTo("OFFERED");
        assertThat(granted.number("remaining")).isEqualTo(3_000);
        assertThat(granted.number("position")).isPositive();
        String id = coupons.active("C", "deposit-2");
        Answer read = coupons.read(id).ok();
        assertThat(read.body().get("tip").get("entry").asLong()).isEqualTo(1);
        assertThat(read.body().get("scope").get("products").get(0).asString()).isEqualTo("SPORTS");
        assertThat(read.body().get("history").get(0).get("status").asString()).isEqualTo("OFFERED");
        assertThat(read.body().get("history").get(1).get("status").asString()).isEqualTo("ACTIVE");
        assertThat(read.body().get("topology").get("code").asString()).isEqualTo("RUBY_SPLIT_V1");
        player.has("");
    }

    @Test
    void aPlayerGetsOneGrantOfACampaignForATrigger() {
        coupons.campaign("C", "NORMAL", "").ok();
        String key = player.key();
        Answer first = coupons.grant("C", "t1", key).ok();
        coupons.grant("C", "t1", key).ok().replays(first);
        coupons.grant("C", "t1").refused(422, "COUPON_ALREADY_CLAIMED");
        coupons.grant("C", "t2", key).refused(422, "IDEMPOTENCY_MISMATCH");
    }

    @Test
    void theBudgetIsSeenAndNeverExceeded() {
        String campaign =
                coupons.campaign("C", "NORMAL", ", \"budget\": 6500").ok().text("campaignId");
        coupons.grant("C", "t1").ok();
        String second = coupons.active("C", "t2");
        Answer read = player.get("/v2/coupons/campaigns/" + campaign).ok();
        assertThat(read.number("granted")).isEqualTo(6_000);
        String key = player.key();
        coupons.grant("C", "t3", key).refused(422, "COUPON_BUDGET_EXHAUSTED");
        coupons.revoke(second).ok();
        coupons.grant("C", "t3").ok();
        assertThat(coupons.grant("C", "t3", key)
                        .refused(422, "COUPON_BUDGET_EXHAUSTED")
                        .replayed())
                .isTrue();
    }

    @Test
    void whatIsLeftIsTakenBackOnce() {
        coupons.campaign("C", "NORMAL", "").ok();
        String id = coupons.active("C", "t1");
        assertThat(coupons.revoke(id).ok().text("status")).isEqualTo("REVOKED");
        coupons.has(id, "REVOKED 0/0/0/0/3000");
        coupons.revoke(id).refused(422, "COUPON_REVOKED");
        player.post("/v2/coupons/grants/" + id + "/revoke", player.key(), "{}").refused(400, "INVALID_REQUEST");
    }

    @Test
    void whoMayNotBetIsGrantedNothing() {
        coupons.campaign("C", "NORMAL", "").ok();
        player.post("/admin/v1/players/acme/" + player.id + "/freeze", player.key(), "{\"reason\": \"asked for\"}")
                .ok();
        coupons.grant("C", "t1").refused(422, "COUPON_PLAYER_INELIGIBLE");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        coupons.grant("NONE", "t1").refused(404, "CAMPAIGN_NOT_FOUND");
        coupons.read("acme.grant.00000000000000000000000000000000").refused(404, "COUPON_NOT_FOUND");
        coupons.revoke("acme.grant.00000000000000000000000000000000").refused(404, "COUPON_NOT_FOUND");
        coupons.read("x").refused(404, "COUPON_NOT_FOUND");
    }

    @Test
    void malformedRequestsAreRefused() {
        String path = "/v2/coupons/grants";
        for (String body : new String[] {
            "{}",
            "{\"brandId\": \"acme\", \"playerId\": \"p\", \"campaignId\": \"C\"}",
            "{\"brandId\": \"acme\", \"playerId\": \"p q\", \"campaignId\": \"C\", \"trigger\": \"t\"}",
            "{\"brandId\": \"acme\", \"playerId\": \"p\", \"campaignId\": \"C\", \"trigger\": \"t\", \"more\": 1}"
        }) {
            player.post(path, player.key(), body).refused(400, "INVALID_REQUEST");
        }
        coupons.grant("C", "t1", " ").refused(400, "INVALID_REQUEST");
    }
}
