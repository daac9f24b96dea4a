package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.core.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Topologies through the admin calls: made, checked, put in force, refused; each on a server of its own. */
class TopologyTest {

    private static final int RACES = 12;

    private final RunningServer server = RunningServer.node(TestDatabase.fresh(), Map.of());
    private final Staff staff = Staff.of(server);
    private final Player player = new Player(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aThirdTopologyIsMadeCheckedAndPutInForceByCallsAlone() {
        staff.validate(PokerTopology.CODE, PokerTopology.CONTENT).ok();
        staff.wire().get("/admin/v1/topologies/" + PokerTopology.CODE).refused(404, "TOPOLOGY_NOT_FOUND");
        Answer made = staff.topology(PokerTopology.CODE, PokerTopology.CONTENT);
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        assertThat(made.number("version")).isEqualTo(1);
        assertThat(made.body().get("active").asBoolean()).isFalse();
        assertThat(made.text("author")).isEqualTo("first-admin");
        assertThat(made.text("reason")).isEqualTo(Staff.WHY);
        assertThat(staff.topology(PokerTopology.CODE, PokerTopology.CONTENT).number("version"))
                .isEqualTo(1);
        staff.game("generic", "poker-1", "POKER").refused(422, "PRODUCT_NOT_SERVED");

        Answer dry = staff.dryRun(PokerTopology.CODE, 1).ok();
        assertThat(gates(dry)).containsExactly("STRUCTURE", "POLICIES: POLICY_INVALID", "OUTGOING");
        staff.activateTopology(PokerTopology.CODE, 1).refused(422, "POLICY_INVALID");
        PokerTopology.policies(staff);
        dry = staff.dryRun(PokerTopology.CODE, 1).ok();
        assertThat(gates(dry)).containsExactly("STRUCTURE", "POLICIES", "OUTGOING");
        assertThat(dry.body().get("passes").asBoolean()).isTrue();
        assertThat(activeTopology()).isEqualTo("RUBY_SPLIT_V1 1");

        staff.activateTopology(PokerTopology.CODE, 1).ok();
        assertThat(activeTopology()).isEqualTo("THREE_WAY_V1 1");
        staff.activateTopology(PokerTopology.CODE, 1).ok();
        staff.game("generic", "poker-1", "POKER").ok();
        player.deposit("POKER_NORMAL", 5_000).ok();
        Answer bet = player.bet("b1", "poker-1", 2_000).ok();
        assertThat(bet.body().at("/policy/code").asString()).isEqualTo("POKER");
        assertThat(bet.body().at("/topology/code").asString()).isEqualTo(PokerTopology.CODE);
        player.has("POKER_NORMAL 3000+2000");
        player.settle(bet, "t1", 4_000).ok();
        player.has("POKER_NORMAL 7000");
        await().untilAsserted(() -> assertThat(audited("topology:" + PokerTopology.CODE, "platform"))
                .containsExactly("topology.created.v1 first-admin", "topology.switched.v1 first-admin"));
        await().untilAsserted(() -> assertThat(listed())
                .containsExactly("RUBY_SPLIT_V1 [1] ", "RUBY_UNIFIED_V1 [1] ", "THREE_WAY_V1 [1] 1"));
    }

    @Test
    void everyNodeDecidesUnderTheNewTopologyAtOnce() {
        try (RunningServer other = server.sibling(Map.of())) {
            Player elsewhere = player.at(other);
            elsewhere.deposit("COMMON_NORMAL", 1_000).refused(422, "TOPOLOGY_MISMATCH");
            staff.activateTopology("RUBY_UNIFIED_V1", 1).ok();
            elsewhere.deposit("SPORTS_NORMAL", 1_000).refused(422, "TOPOLOGY_MISMATCH");
            elsewhere.deposit("COMMON_NORMAL", 1_000).ok();
            player.has("COMMON_NORMAL 1000");
        }
    }

    @Test
    void case39AnActivationOverAnOpenBetIsBlockedAndMovesNothing() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 10_000).ok();
        player.has("SPORTS_NORMAL 0+10000");
        Answer blocked = staff.activateTopology("RUBY_UNIFIED_V1", 1).refused(409, "ACTIVATION_BLOCKED");
        assertThat(blocked.text("detail"))
                .isEqualTo("There are 1 open bets. There are 1 buckets that are not empty."
                        + " There are 1 open requirements.");
        Answer dry = staff.dryRun("RUBY_UNIFIED_V1", 1).ok();
        assertThat(gates(dry)).containsExactly("STRUCTURE", "POLICIES", "OUTGOING: ACTIVATION_BLOCKED");
        assertThat(activeTopology()).isEqualTo("RUBY_SPLIT_V1 1");
        player.has("SPORTS_NORMAL 0+10000");

        player.settle(bet, "t1", 0).ok();
        player.has("");
        staff.activateTopology("RUBY_UNIFIED_V1", 1).ok();
        assertThat(activeTopology()).isEqualTo("RUBY_UNIFIED_V1 1");
        staff.activateTopology("RUBY_SPLIT_V1", 1).ok();
    }

    @Test
    void anActivationIsBlockedByWithdrawalsRequirementsAndDebts() {
        player.earnWithdrawable(5_000);
        Answer withdrawal = player.withdraw(5_000).ok();
        player.has("WITHDRAWABLE 0+5000");
        assertThat(blocked()).isEqualTo("There are 1 withdrawal holds. There are 1 buckets that are not empty.");
        player.move(withdrawal, "approve").ok();
        player.move(withdrawal, "pay").ok();
        assertThat(blocked()).startsWith("There are 1 withdrawal holds.");
        player.move(withdrawal, "paid").ok();
        player.has("");

        Player other = new Player(server);
        other.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer bet = other.bet("b1", "sports-1", 4_000).ok();
        other.settle(bet, "t1", 20_000).ok();
        Answer lost = other.bet("b2", "sports-1", 26_000).ok();
        other.settle(lost, "t2", 0).ok();
        other.correct(bet, "c1", "t1", 0).ok();
        assertThat(other.receivables()).containsExactly(20_000L);
        assertThat(blocked()).isEqualTo("There are 1 open receivables.");
    }

    @Test
    void anActivationIsBlockedByPointsAndCoupons() {
        Coupons coupons = new Coupons(player);
        coupons.campaign("C", "WITHDRAWABLE", "").ok();
        String grant = coupons.active("C", "t1");
        assertThat(blocked()).isEqualTo("There are 1 coupon grants that are not used up.");
        coupons.revoke(grant).ok();
        player.post("/v2/points/credits", player.key(), """
            {"brandId": "acme", "playerId": "%s", "amount": 100, "reason": "weekly loyalty"}\
            """.formatted(player.id))
                .ok();
        assertThat(blocked()).isEqualTo("There are 1 buckets that are not empty.");
    }

    @Test
    void theNextVersionOfATopologyMayAddWhileMoneyIsInPlay() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 4_000).ok();
        PokerTopology.policies(staff);
        assertThat(staff.topology("RUBY_SPLIT_V1", PokerTopology.CONTENT).number("version"))
                .isEqualTo(2);
        staff.activateTopology("RUBY_SPLIT_V1", 2).ok();
        staff.game("generic", "poker-1", "POKER").ok();
        player.deposit("POKER_NORMAL", 500).ok();
        player.settle(bet, "t1", 8_000).ok();
        player.has("SPORTS_NORMAL 14000, POKER_NORMAL 500");
        Answer back = staff.activateTopology("RUBY_SPLIT_V1", 1).refused(409, "ACTIVATION_BLOCKED");
        assertThat(back.text("detail")).contains("1 buckets", "1 open requirements", "1 games of a product");
    }

    @Test
    void ofADepositAndAnActivationAtOnceOneWinsAndNoMoneyIsStranded() throws Exception {
        String[] codes = {"RUBY_SPLIT_V1", "RUBY_UNIFIED_V1"};
        String[] targets = {"SPORTS_NORMAL", "COMMON_NORMAL"};
        int active = 0;
        for (int race = 0; race < RACES; race++) {
            Player racer = new Player(server);
            String target = targets[active];
            String next = codes[1 - active];
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Answer> activation = threads.submit(() -> staff.activateTopology(next, 1));
                Future<Answer> deposit = threads.submit(() -> racer.deposit(target, 1_000));
                if (activation.get().status() == 200) {
                    deposit.get().refused(422, "TOPOLOGY_MISMATCH");
                    active = 1 - active;
                } else {
                    activation.get().refused(409, "ACTIVATION_BLOCKED");
                    deposit.get().ok();
                    racer.settle(racer.bet("b1", "sports-1", 1_000).ok(), "t1", 0)
                            .ok();
                }
            }
            racer.has("");
        }
    }

    @Test
    void aTopologyThatCannotBeUsedIsRefusedWithEveryFault() {
        String faulty = PokerTopology.CONTENT
                .replace("\"SLOTS\"", "\"SPORTS\"")
                .replace("{\"code\": \"POINTS\", \"role\": \"POINTS\"}", "{\"code\": \"X\", \"role\": \"NORMAL\"}");
        Answer refused = staff.validate("T", faulty).refused(422, "TOPOLOGY_INVALID");
        assertThat(refused.text("detail"))
                .contains("two routes for SPORTS", "no route for SLOTS", "POINTS", "'buckets.X' is used by no route");
        assertThat(staff.topology("T", faulty).refused(422, "TOPOLOGY_INVALID").text("detail"))
                .isEqualTo(refused.text("detail"));
        staff.topology("lower", PokerTopology.CONTENT).refused(400, "INVALID_REQUEST");
        staff.topology("T", "null").refused(400, "INVALID_REQUEST");
        staff.topology("T", "{\"buckets\": []}").refused(400, "INVALID_REQUEST");
        staff.topology("T", "{\"buckets\": [null], \"routes\": []}").refused(400, "INVALID_REQUEST");
        staff.topology("T", "{\"buckets\": [{\"code\": \"A\", \"role\": \"CASH\"}], \"routes\": []}")
                .refused(400, "INVALID_REQUEST");
        staff.activateTopology("NONE", 1).refused(404, "TOPOLOGY_NOT_FOUND");
        staff.activateTopology("RUBY_SPLIT_V1", 7).refused(404, "TOPOLOGY_NOT_FOUND");
        staff.dryRun("RUBY_SPLIT_V1", 7).refused(404, "TOPOLOGY_NOT_FOUND");
        staff.wire()
                .post("/admin/v1/topologies/RUBY_UNIFIED_V1/versions/1/activate", "{}")
                .refused(400, "INVALID_REQUEST");
        assertThat(activeTopology()).isEqualTo("RUBY_SPLIT_V1 1");
    }

    private String blocked() {
        return staff.activateTopology("RUBY_UNIFIED_V1", 1)
                .refused(409, "ACTIVATION_BLOCKED")
                .text("detail");
    }

    private String activeTopology() {
        Answer active = player.get("/v2/topology").ok();
        return active.text("code") + " " + active.number("version");
    }

    private List<String> listed() {
        List<String> listed = new ArrayList<>();
        for (JsonNode topology :
                staff.wire().get("/admin/v1/topologies").ok().body().get("topologies")) {
            listed.add(topology.get("code").asString() + " " + topology.get("versions") + " "
                    + topology.path("active").asString(""));
        }
        return listed;
    }

    private List<String> audited(String... subjects) {
        List<String> entries = new ArrayList<>();
        for (String subject : subjects) {
            for (JsonNode entry : staff.wire()
                    .get("/admin/v1/audit?subject=" + subject)
                    .ok()
                    .body()
                    .get("entries")) {
                entries.add(entry.get("action").asString() + " "
                        + entry.get("actor").asString());
            }
        }
        return entries;
    }

    private static List<String> gates(Answer report) {
        List<String> gates = new ArrayList<>();
        for (JsonNode gate : report.body().get("gates")) {
            gates.add(gate.get("gate").asString()
                    + (gate.get("met").asBoolean()
                            ? ""
                            : ": " + gate.get("code").asString()));
        }
        return gates;
    }
}
