package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.core.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Policies through the admin calls, and what they do to bets; on a server of its own, since they are everybody's. */
class PolicyTest {

    private static final RunningServer SERVER = RunningServer.node(TestDatabase.fresh(), Map.of());

    private final Player player = new Player(SERVER);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aVersionIsMadeComparedActivatedAndDecidesNewBetsOnly() {
        player.earnWithdrawable(10_000);
        player.has("WITHDRAWABLE 10000");
        Answer open = player.bet("b1", "sports-1", 4_000).ok();
        assertThat(open.body().at("/policy/version").asInt()).isEqualTo(activeVersion());

        ObjectNode rules = rules();
        rules.withObject("/funding").put("withdrawable", "FORBIDDEN");
        Answer made = create("SPORTS", rules, "no winnings in bets");
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        int version = made.body().get("version").asInt();
        assertThat(made.body().get("active").asBoolean()).isFalse();
        assertThat(made.text("author")).isEqualTo("first-admin");
        assertThat(made.text("reason")).isEqualTo("no winnings in bets");
        assertThat(differences(version - 1, version))
                .containsExactly("funding.withdrawable: \"LAST_RESORT_RESTORE\" -> \"FORBIDDEN\"");
        player.bet("b2", "sports-1", 1_000).ok();

        Answer dry = dryRun(1_000, version);
        assertThat(dry.body().at("/refusal/code").asString()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(explained(dry)).contains("WITHDRAWABLE 0 of 5000, FORBIDDEN");
        activate("SPORTS", version).ok();
        player.bet("b3", "sports-1", 1_000).refused(422, "INSUFFICIENT_FUNDS");
        player.settle(open, "t1", 4_000).ok();
        player.has("WITHDRAWABLE 9000+1000");

        activate("SPORTS", version - 1).ok();
        player.bet("b4", "sports-1", 1_000).ok();
        await().until(() -> listed("SPORTS").equals("[1,2] 1"));
    }

    @Test
    void aBetTellsWhatEachSourceGave() {
        player.earnWithdrawable(5_000);
        player.bonus("SPORTS_BONUS", 2_500).ok();
        player.deposit("SPORTS_NORMAL", 4_000).ok();
        Answer dry = dryRun(10_000, null).ok();
        assertThat(dry.body().get("accepted").asBoolean()).isTrue();
        assertThat(explained(dry))
                .containsExactly(
                        "COUPON 0 of 0, EMPTY",
                        "BONUS 2500 of 2500, BALANCE",
                        "NORMAL 4000 of 4000, BALANCE",
                        "WITHDRAWABLE 3500 of 5000, ");
        player.has("SPORTS_NORMAL 4000, SPORTS_BONUS 2500, WITHDRAWABLE 5000");
        Answer bet = player.bet("b1", "sports-1", 10_000).ok();
        Answer read = player.get("/v2/bets/" + bet.text("authorizationId")).ok();
        assertThat(explained(read, "explanation")).isEqualTo(explained(dry));
        assertThat(read.text("status")).isEqualTo("AUTHORIZED");
        assertThat(read.number("open")).isEqualTo(10_000);
        player.settle(bet, "t1", 0).ok();
        assertThat(player.get("/v2/bets/" + bet.text("authorizationId")).text("status"))
                .isEqualTo("SETTLED");
        player.get("/v2/bets/acme.bet.00000000000000000000000000000000").refused(404, "BET_NOT_FOUND");
    }

    @Test
    void aPolicyThatCannotBeUsedIsRefusedWithEveryFault() {
        ObjectNode rules = rules();
        rules.withObject("/funding").putArray("order").add("BONUS").add("NORMAL");
        rules.withObject("/points").put("points", 0);
        Answer refused = create("SPORTS", rules, "try").refused(422, "POLICY_INVALID");
        assertThat(refused.text("detail")).contains("'funding.order'", "'points.points'");
        ObjectNode lacking = rules();
        lacking.remove("bonusRolling");
        assertThat(create("SPORTS", lacking, "try")
                        .refused(400, "INVALID_REQUEST")
                        .text("detail"))
                .contains("bonusRolling");
        ObjectNode unknown = rules();
        unknown.put("generosity", 1);
        create("SPORTS", unknown, "try").refused(400, "INVALID_REQUEST");
        create("SPORTS", rules().put("code", "CASINO"), "try").refused(400, "INVALID_REQUEST");
        create("SPORTS", rules(), " ").refused(400, "INVALID_REQUEST");
        activate("SPORTS", 99).refused(404, "POLICY_NOT_FOUND");
        player.get("/admin/v1/policies/NONE/versions").refused(404, "POLICY_NOT_FOUND");
        player.get("/admin/v1/policies/none/versions").refused(400, "INVALID_REQUEST");
        player.get("/admin/v1/policies/SPORTS/diff?from=1&to=77").refused(404, "POLICY_NOT_FOUND");
    }

    @Test
    void theSameRulesAreTheSameVersion() {
        Answer again = create("SPORTS", rules(), "nothing new");
        assertThat(again.body().get("version").asInt()).isEqualTo(1);
        assertThat(again.body().get("active").asBoolean()).isEqualTo(activeVersion() == 1);
    }

    @Test
    void onlyAdministratorsMakeAndActivate() {
        for (String role : List.of("operator", "provider", "finance", "ops")) {
            player.post("/admin/v1/policies/SPORTS/versions", role, player.key(), "{}")
                    .refused(403, "FORBIDDEN");
            player.post("/admin/v1/policies/SPORTS/versions/1/activate", role, player.key(), "{\"reason\": \"x\"}")
                    .refused(403, "FORBIDDEN");
        }
    }

    private ObjectNode rules() {
        return (ObjectNode) player.get("/admin/v1/policies/SPORTS/versions/1", "admin")
                .ok()
                .body()
                .get("policy");
    }

    private int activeVersion() {
        for (JsonNode policy : player.get("/v2/policies").ok().body().get("policies")) {
            if (policy.get("code").asString().equals("SPORTS")) {
                return policy.get("version").asInt();
            }
        }
        throw new AssertionError("no SPORTS");
    }

    private Answer create(String code, ObjectNode rules, String reason) {
        ObjectNode body = rules.objectNode();
        body.put("reason", reason);
        body.set("policy", rules);
        return player.post("/admin/v1/policies/" + code + "/versions", "admin", player.key(), body.toString());
    }

    private Answer activate(String code, int version) {
        return player.post(
                "/admin/v1/policies/" + code + "/versions/" + version + "/activate",
                "admin",
                player.key(),
                "{\"reason\": \"as agreed\"}");
    }

    private Answer dryRun(long stake, @Nullable Integer version) {
        return player.post("/v2/bets/dry-run", player.key(), """
            {"brandId": "acme", "playerId": "%s", "providerId": "generic", "gameId": "sports-1",
             "stake": %d, "currency": "KRW"%s}\
            """.formatted(
                        player.id, stake, version == null ? "" : ", \"policyVersion\": " + version));
    }

    private static List<String> explained(Answer answer) {
        return explained(answer, "sources");
    }

    private static List<String> explained(Answer answer, String member) {
        List<String> sources = new ArrayList<>();
        for (JsonNode source : answer.body().get(member)) {
            sources.add(source.get("source").asString() + " " + source.get("taken") + " of " + source.get("available")
                    + ", " + source.path("heldBack").asString(""));
        }
        return sources;
    }

    private List<String> differences(int from, int to) {
        List<String> found = new ArrayList<>();
        player.get("/admin/v1/policies/SPORTS/diff?from=" + from + "&to=" + to)
                .ok()
                .body()
                .get("differences")
                .forEach(difference -> found.add(difference.get("path").asString() + ": " + difference.get("from")
                        + " -> " + difference.get("to")));
        return found;
    }

    private String listed(String code) {
        for (JsonNode policy : player.get("/admin/v1/policies").ok().body().get("policies")) {
            if (policy.get("code").asString().equals(code)) {
                return policy.get("versions") + " " + policy.get("active");
            }
        }
        return "";
    }
}
