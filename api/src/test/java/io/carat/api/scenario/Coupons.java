package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Campaigns and grants of one player, over HTTP. */
final class Coupons {

    private final Player player;

    Coupons(Player player) {
        this.player = player;
    }

    /** Defines a campaign of face 3000 for all products and providers but where more is said. */
    Answer campaign(String code, String target, String more) {
        String defaults = "\"budget\": 1000000, \"face\": 3000, \"products\": [\"SPORTS\"], \"providers\": [],"
                + " \"stakeReturned\": false, \"expiresAt\": \"2999-12-31\"";
        return player.post(
                "/v2/coupons/campaigns", player.key(), merged(defaults, """
                    "brandId": "acme", "code": "%s", "currency": "KRW", "payoutTarget": "%s"%s\
                    """.formatted(own(code), target, more)));
    }

    /** The later of two lists of members wins. */
    private static String merged(String defaults, String members) {
        var json = tools.jackson.databind.json.JsonMapper.shared();
        var all = (tools.jackson.databind.node.ObjectNode) json.readTree("{" + defaults + "}");
        ((tools.jackson.databind.node.ObjectNode) json.readTree("{" + members + "}"))
                .properties()
                .forEach(member -> all.set(member.getKey(), member.getValue()));
        return all.toString();
    }

    Answer grant(String code, String trigger) {
        return grant(code, trigger, player.key());
    }

    Answer grant(String code, String trigger, String key) {
        return player.post("/v2/coupons/grants", key, """
            {"brandId": "acme", "playerId": "%s", "campaignId": "%s", "trigger": "%s"}\
            """.formatted(player.id, own(code), trigger));
    }

    /** Grants, and waits until the saga has confirmed it; returns the grant's id. */
    String active(String code, String trigger) {
        String id = grant(code, trigger).ok().text("grantId");
        await().atMost(Duration.ofSeconds(20)).until(() -> status(id).equals("ACTIVE"));
        return id;
    }

    Answer bet(String grantId, String betId, String game, long stake) {
        return bet(grantId, betId, game, stake, player.key());
    }

    /** Places a bet that names a coupon. */
    Answer bet(String grantId, String betId, String game, long stake, String key) {
        return player.post(
                "/v2/bets/authorize", key, """
                    {"brandId": "acme", "playerId": "%s", "providerId": "generic", "gameId": "%s", "betId": "%s",
                     "roundId": "round-%s", "stake": %d, "currency": "KRW", "odds": 1.85, "couponGrantId": "%s"}\
                    """.formatted(player.id, game, own(betId), betId, stake, grantId));
    }

    Answer dryRun(String grantId, long stake) {
        return player.post("/v2/bets/dry-run", player.key(), """
            {"brandId": "acme", "playerId": "%s", "providerId": "generic", "gameId": "sports-1", "stake": %d,
             "currency": "KRW", "odds": 1.85, "couponGrantId": "%s"}\
            """.formatted(player.id, stake, grantId));
    }

    /** Waits until a bet with the coupon would be refused like this. */
    void awaitRefusal(String grantId, String code) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> code.equals(dryRun(grantId, 3_000)
                        .ok()
                        .body()
                        .path("refusal")
                        .path("code")
                        .asString("")));
    }

    Answer read(String grantId) {
        return player.get("/v2/coupons/grants/" + grantId);
    }

    Answer revoke(String grantId) {
        return player.post("/v2/coupons/grants/" + grantId + "/revoke", player.key(), "{\"reason\": \"by mistake\"}");
    }

    String status(String grantId) {
        return read(grantId).ok().text("status");
    }

    /** The grant as {@code "RESERVED 0/3000/0/0/0"}: remaining / reserved / consumed / expired / revoked. */
    void has(String grantId, String expected) {
        JsonNode grant = read(grantId).ok().body();
        assertThat("%s %d/%d/%d/%d/%d"
                        .formatted(
                                grant.get("status").asString(),
                                grant.get("remaining").asLong(),
                                grant.get("reserved").asLong(),
                                grant.get("consumed").asLong(),
                                grant.get("expired").asLong(),
                                grant.get("revoked").asLong()))
                .isEqualTo(expected);
    }

    String own(String code) {
        return player.id + "-" + code;
    }
}
