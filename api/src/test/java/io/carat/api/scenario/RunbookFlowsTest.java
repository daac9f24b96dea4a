package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.carat.api.scenario.RunningServer.TopologyCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The local end-to-end flows of the rollout runbook, each under the runbook's own name, on every topology: both seeded ones and
 * a third that was added by admin calls. Steps name buckets by their part ({@link Roles}). After each flow {@link Evidence}
 * confirms steps 8 to 10.
 */
@ParameterizedClass
@EnumSource(TopologyCode.class)
class RunbookFlowsTest {

    private final TopologyCode topology;

    private RunningServer server;
    private Roles roles;
    private Player player;

    RunbookFlowsTest(TopologyCode topology) {
        this.topology = topology;
    }

    @BeforeEach
    void begin() {
        server = RunningServer.on(topology);
        roles = Roles.on(server);
        player = new Player(server, roles);
    }

    @AfterEach
    void confirmSteps8To10() {
        Evidence.confirm(player);
    }

    @Test
    @DisplayName("sports normal deposit, sports bet, settlement, rolling, withdrawable")
    void sportsNormalDepositToWithdrawable() {
        depositToWithdrawable("SPORTS_NORMAL", "sports-1", "SPORTS");
    }

    @Test
    @DisplayName("casino normal deposit, live bet, settlement, rolling, withdrawable")
    void casinoNormalDepositToWithdrawable() {
        depositToWithdrawable("LIVE_NORMAL", "live-1", "CASINO");
    }

    private void depositToWithdrawable(String normal, String game, String policy) {
        player.deposit(normal, 100_000).ok();
        player.has(normal + " 100000").owes(normal + " 0/100000");
        Answer first = player.bet("b1", game, 60_000).ok().parts("funding", "NORMAL 60000");
        assertThat(first.body().at("/policy/code").asString()).isEqualTo(policy);
        assertThat(first.body().at("/topology/code").asString()).isEqualTo(topology.name());
        player.has(normal + " 40000+60000");
        player.settle(first, "t1", 52_300).ok();
        player.has(normal + " 92300").owes(normal + " 60000/100000");
        Answer second = player.bet("b2", game, 40_000).ok();
        player.settle(second, "t2", 40_000).ok();
        player.has("WITHDRAWABLE 92300").owes("");
        Answer withdrawal = player.withdraw(92_300).ok();
        player.has("WITHDRAWABLE 0+92300");
        player.move(withdrawal, "approve").ok();
        player.move(withdrawal, "pay").ok();
        player.move(withdrawal, "paid").ok();
        player.has("");
    }

    @Test
    @DisplayName("slots bet using casino policy")
    void slotsBetUsingCasinoPolicy() {
        player.deposit("SPORTS_NORMAL", 9_000).ok();
        player.deposit("SLOTS_NORMAL", 5_000).ok();
        Answer bet = player.bet("b1", "slots-1", 4_000).ok();
        assertThat(bet.body().at("/policy/code").asString()).isEqualTo("CASINO");
        assertThat(bet.body().at("/funding/0/bucket").asString()).isEqualTo(roles.bucket("SLOTS_NORMAL"));
        if (roles.shared("SPORTS_NORMAL", "SLOTS_NORMAL")) {
            player.has("SLOTS_NORMAL 10000+4000");
        } else {
            player.has("SPORTS_NORMAL 9000, SLOTS_NORMAL 1000+4000");
            player.bet("b2", "live-1", 2_000).refused(422, "INSUFFICIENT_FUNDS");
        }
        player.settle(bet, "t1", 8_000).ok();
        player.has("SPORTS_NORMAL 9000, SLOTS_NORMAL 9000");
    }

    @Test
    @DisplayName("sports bonus and casino bonus active at the same time")
    void sportsBonusAndCasinoBonusActiveAtTheSameTime() {
        boolean shared = roles.shared("SPORTS_BONUS", "LIVE_BONUS");
        Answer sports = player.bonus("SPORTS_BONUS", 5_000).ok();
        Answer casino = player.bonus("LIVE_BONUS", 3_000).ok();
        assertThat(sports.text("status")).isEqualTo("ACTIVE");
        assertThat(casino.text("status")).as("one bonus runs per BONUS bucket").isEqualTo(shared ? "QUEUED" : "ACTIVE");
        if (shared) {
            player.has("SPORTS_BONUS 5000").owes("SPORTS_BONUS 0/50000");
            Answer bet = player.bet("b1", "live-1", 5_000).ok().parts("funding", "BONUS 5000");
            player.settle(bet, "t1", 0).ok();
            player.has("LIVE_BONUS 3000").owes("LIVE_BONUS 0/30000");
            return;
        }
        player.has("SPORTS_BONUS 5000, LIVE_BONUS 3000").owes("SPORTS_BONUS 0/50000, LIVE_BONUS 0/30000");
        Answer live = player.bet("b1", "live-1", 2_000).ok().parts("funding", "BONUS 2000");
        Answer match = player.bet("b2", "sports-1", 5_000).ok().parts("funding", "BONUS 5000");
        player.has("SPORTS_BONUS 0+5000, LIVE_BONUS 1000+2000");
        player.bet("b3", "sports-1", 1).refused(422, "INSUFFICIENT_FUNDS");
        player.settle(live, "t1", 4_000).ok();
        player.settle(match, "t2", 6_000).ok();
        player.has("SPORTS_BONUS 6000, LIVE_BONUS 5000").owes("SPORTS_BONUS 5000/50000, LIVE_BONUS 200/30000");
    }

    @Test
    @DisplayName("sports-only coupon accepted for sports and rejected for live/slots")
    void sportsOnlyCoupon() {
        Coupons coupons = new Coupons(player);
        coupons.campaign("S", "NORMAL", "").ok();
        String grant = coupons.active("S", "t1");
        coupons.bet(grant, "b1", "live-1", 3_000).refused(422, "COUPON_PRODUCT_MISMATCH");
        coupons.bet(grant, "b2", "slots-1", 3_000).refused(422, "COUPON_PRODUCT_MISMATCH");
        coupons.has(grant, "ACTIVE 3000/0/0/0/0");
        Answer bet = coupons.bet(grant, "b3", "sports-1", 3_000).ok().parts("funding", "COUPON 3000");
        player.settle(bet, "t1", 9_000).ok().parts("credited", "COUPON 6000");
        coupons.has(grant, "CONSUMED 0/0/3000/0/0");
        player.has("SPORTS_NORMAL 6000").owes("SPORTS_NORMAL 0/6000");
    }

    @Test
    @DisplayName("casino-only coupon accepted for live/slots and rejected for sports")
    void casinoOnlyCoupon() {
        Coupons coupons = new Coupons(player);
        coupons.campaign("C", "NORMAL", ", \"products\": [\"LIVE\", \"SLOTS\"]").ok();
        String grant = coupons.active("C", "t1");
        coupons.bet(grant, "b1", "sports-1", 3_000).refused(422, "COUPON_PRODUCT_MISMATCH");
        Answer live = coupons.bet(grant, "b2", "live-1", 3_000).ok().parts("funding", "COUPON 3000");
        player.rollback(live, "t1").ok();
        coupons.has(grant, "ACTIVE 3000/0/0/0/0");
        Answer slots = coupons.bet(grant, "b3", "slots-1", 3_000).ok();
        assertThat(slots.body().at("/policy/code").asString()).isEqualTo("CASINO");
        player.settle(slots, "t2", 9_000).ok();
        player.has("SLOTS_NORMAL 6000").owes("SLOTS_NORMAL 0/6000");
    }

    @Test
    @DisplayName("provider-only coupon accepted only for configured provider IDs")
    void providerOnlyCoupon() {
        Coupons coupons = new Coupons(player);
        coupons.campaign("P", "WITHDRAWABLE", ", \"providers\": [\"hub88\"]").ok();
        coupons.campaign("Q", "WITHDRAWABLE", ", \"providers\": [\"hub88\", \"generic\"]")
                .ok();
        String elsewhere = coupons.active("P", "t1");
        coupons.bet(elsewhere, "b1", "sports-1", 3_000).refused(422, "COUPON_PROVIDER_NOT_ALLOWED");
        Answer bet =
                coupons.bet(coupons.active("Q", "t1"), "b2", "sports-1", 3_000).ok();
        player.settle(bet, "t1", 4_000).ok();
        player.has("WITHDRAWABLE 1000").owes("");
    }

    @Test
    @DisplayName("points credit, points transfer to every configured normal-wallet target, generated rolling")
    void pointsTransferToEveryConfiguredNormalWalletTarget() {
        player.deposit("SPORTS_NORMAL", 1_000).ok();
        player.settle(player.bet("b1", "sports-1", 1_000).ok(), "t1", 0).ok();
        List<String> targets = normals();
        StringBuilder balances = new StringBuilder();
        StringBuilder rolling = new StringBuilder();
        for (String target : targets) {
            player.post("/v2/points/credits", player.key(), """
                {"brandId": "acme", "playerId": "%s", "amount": 12345, "reason": "weekly loyalty"}\
                """.formatted(player.id))
                    .ok();
            Answer moved = player.post("/v2/points/transfers", player.key(), """
                {"brandId": "acme", "playerId": "%s", "currency": "KRW", "to": "%s", "points": 12345}\
                """.formatted(player.id, target))
                    .ok();
            assertThat(moved.number("amount")).isEqualTo(1_230);
            balances.append(target).append(" 1230, ");
            rolling.append(rolling.isEmpty() ? "" : ", ").append(target).append(" 0/3690");
        }
        player.has(balances + "POINTS " + 45 * targets.size()).owes(rolling.toString());
    }

    private List<String> normals() {
        return player.get("/v2/topology")
                .ok()
                .body()
                .get("buckets")
                .valueStream()
                .filter(type -> type.get("role").asString().equals("NORMAL"))
                .map(type -> type.get("code").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"SPORTS_NORMAL, sports-1, LIVE_NORMAL", "LIVE_NORMAL, live-1, SPORTS_NORMAL"})
    @DisplayName("split topology only: sports normal to casino normal, and back, transfer with rolling inheritance")
    void transferWithRollingInheritance(String from, String game, String to) {
        assumeThat(roles.shared(from, to)).as("one NORMAL bucket").isFalse();
        player.deposit(from, 80_000).ok();
        player.settle(player.bet("b1", game, 30_000).ok(), "t1", 30_000).ok();
        player.owes(from + " 30000/80000");
        Answer moved = transfer(from, to, 20_000).ok();
        assertThat(moved.body().at("/requirements/0/moved").asLong()).isEqualTo(12_500);
        assertThat(moved.body().at("/requirements/0/left").asLong()).isEqualTo(37_500);
        player.owes(from + " 30000/67500, " + to + " 0/12500");
        player.has(
                from.startsWith("SPORTS")
                        ? "SPORTS_NORMAL 60000, LIVE_NORMAL 20000"
                        : "SPORTS_NORMAL 20000, LIVE_NORMAL 60000");
        transfer(from, from, 1).refused(422, "SAME_BUCKET");
        transfer(from, "WITHDRAWABLE", 1).refused(422, "PAIR_NOT_ALLOWED");
    }

    private Answer transfer(String from, String to, long amount) {
        return player.post(
                "/v2/transfers", player.key(), """
                    {"brandId": "acme", "playerId": "%s", "currency": "KRW", "from": "%s", "to": "%s", "amount": %d}\
                    """.formatted(player.id, roles.bucket(from), roles.bucket(to), amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sports-to-casino", "casino-to-sports"})
    @DisplayName("unified topology only: legacy normal-wallet transfer aliases return a no-op response")
    void legacyAliasesReturnANoOpResponse(String alias) {
        assumeThat(roles.shared("SPORTS_NORMAL", "LIVE_NORMAL"))
                .as("one NORMAL bucket")
                .isTrue();
        Answer deposit = player.deposit("SPORTS_NORMAL", 10_000).ok();
        int rows = player.ledger(deposit).size();
        Answer noop = player.post(
                        "/v2/transfers/" + alias,
                        player.key(),
                        "{\"brandId\": \"acme\", \"playerId\": \"%s\", \"currency\": \"KRW\", \"amount\": 5000}"
                                .formatted(player.id))
                .ok();
        assertThat(noop.text("status") + " " + noop.text("reason") + " " + noop.number("moved"))
                .isEqualTo("NOOP UNIFIED_SINGLE_NORMAL 0");
        player.has("SPORTS_NORMAL 10000").owes("SPORTS_NORMAL 0/10000");
        assertThat(player.ledger(deposit)).as("zero ledger rows").hasSize(rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FORBIDDEN", "LAST_RESORT_RESTORE", "LAST_RESORT_TO_NORMAL", "FIRST_RESTORE", "FIRST_TO_NORMAL"})
    @DisplayName("withdrawable-funded bet under every configured withdrawable policy")
    void withdrawableFundedBetUnderEveryConfiguredWithdrawablePolicy(String policy) {
        try (Rules rules = Rules.of(server, "SPORTS", policy)) {
            player.deposit("SPORTS_NORMAL", 9_000).ok();
            player.settle(player.bet("b0", "sports-1", 9_000).ok(), "t0", 9_000).ok();
            player.bonus("SPORTS_BONUS", 2_500).ok();
            player.deposit("SPORTS_NORMAL", 4_000).ok();
            player.has("SPORTS_NORMAL 4000, SPORTS_BONUS 2500, WITHDRAWABLE 9000");
            Answer bet = player.bet("b1", "sports-1", 10_000);
            if (policy.equals("FORBIDDEN")) {
                bet.refused(422, "INSUFFICIENT_FUNDS");
                player.has("SPORTS_NORMAL 4000, SPORTS_BONUS 2500, WITHDRAWABLE 9000");
                return;
            }
            assertThat(bet.ok().body().at("/policy/version").asInt()).isEqualTo(rules.version());
            boolean first = policy.startsWith("FIRST");
            boolean toNormal = policy.endsWith("TO_NORMAL");
            bet.parts(
                    "funding", first ? "WITHDRAWABLE 9000, BONUS 1000" : "BONUS 2500, NORMAL 4000, WITHDRAWABLE 3500");
            player.settle(bet, "t1", 20_000).ok();
            if (first) {
                player.has(
                        toNormal
                                ? "SPORTS_NORMAL 22000, SPORTS_BONUS 3500"
                                : "SPORTS_NORMAL 4000, SPORTS_BONUS 3500, WITHDRAWABLE 18000");
            } else {
                player.has(
                        toNormal
                                ? "SPORTS_NORMAL 15000, SPORTS_BONUS 5000, WITHDRAWABLE 5500"
                                : "SPORTS_BONUS 5000, WITHDRAWABLE 20500");
            }
        }
    }

    /** Rules of a policy with another place for WITHDRAWABLE, made and activated by admin calls; afterwards as before. */
    private record Rules(Staff staff, String code, int before, int version) implements AutoCloseable {

        static Rules of(RunningServer server, String code, String withdrawable) {
            Staff staff = Staff.of(server);
            ObjectNode rules = staff.activeRules(code);
            int before = rules.get("version").asInt();
            rules.withObject("/funding").put("withdrawable", withdrawable);
            return new Rules(staff, code, before, staff.policy(code, rules));
        }

        @Override
        public void close() {
            staff.activatePolicy(code, before).ok();
        }
    }

    @Test
    @DisplayName("bet rollback restores exact authorization funding breakdown")
    void betRollbackRestoresExactAuthorizationFundingBreakdown() {
        player.deposit("SPORTS_NORMAL", 3_500).ok();
        player.settle(player.bet("b0", "sports-1", 3_500).ok(), "t0", 3_500).ok();
        player.deposit("SPORTS_NORMAL", 4_000).ok();
        player.bonus("SPORTS_BONUS", 2_500).ok();
        Answer bet = player.bet("b1", "sports-1", 10_000)
                .ok()
                .parts("funding", "BONUS 2500, NORMAL 4000, WITHDRAWABLE 3500");
        player.has("SPORTS_NORMAL 0+4000, SPORTS_BONUS 0+2500, WITHDRAWABLE 0+3500");
        player.deposit("SPORTS_NORMAL", 50_000).ok();
        player.rollback(bet, "t1").ok().parts("refunded", "BONUS 2500, NORMAL 4000, WITHDRAWABLE 3500");
        player.has("SPORTS_NORMAL 54000, SPORTS_BONUS 2500, WITHDRAWABLE 3500");
        player.owes("SPORTS_NORMAL 0/4000, SPORTS_BONUS 0/25000, SPORTS_NORMAL 0/50000");
        player.settle(bet, "t2", 1).refused(409, "ALREADY_ROLLED_BACK");
    }
}
