package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.api.scenario.RunningServer.TopologyCode;
import io.carat.projection.ProcessorLag;
import io.carat.projection.reconciliation.Reconciliation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Money from deposit to payment, step by step, on both topologies. */
class WalletLifeTest {

    @Test
    void sportsDepositIsWageredSweptAndPaid() {
        Player player = new Player(RunningServer.split());
        Answer deposit = player.deposit("SPORTS_NORMAL", 100_000).ok();
        assertThat(deposit.body().at("/requirement/required").asLong()).isEqualTo(100_000);
        await().until(() -> activeRequirements(player) == 1);
        Answer first = player.bet("b1", "sports-1", 60_000).ok();
        player.settle(first, "t1", 52_300).ok();
        player.has("SPORTS_NORMAL 92300");
        assertThat(player.rolling()).isEqualTo("SPORTS_NORMAL 60000/100000");
        Answer second = player.bet("b2", "sports-1", 40_000).ok();
        player.settle(second, "t2", 40_000).ok();
        player.has("WITHDRAWABLE 92300");
        assertThat(player.rolling()).isEmpty();

        player.withdraw(92_301).refused(422, "INSUFFICIENT_FUNDS");
        Answer withdrawal = player.withdraw(90_000).ok();
        player.has("WITHDRAWABLE 2300+90000");
        player.bet("b3", "sports-1", 2_301).refused(422, "INSUFFICIENT_FUNDS");
        player.move(withdrawal, "pay").refused(409, "WITHDRAWAL_STATE_CONFLICT");
        player.move(withdrawal, "approve").ok();
        player.move(withdrawal, "pay").ok();
        player.move(withdrawal, "reject").refused(409, "WITHDRAWAL_STATE_CONFLICT");
        player.has("WITHDRAWABLE 2300+90000");
        player.move(withdrawal, "paid").ok();
        player.move(withdrawal, "fail").refused(409, "WITHDRAWAL_STATE_CONFLICT");
        player.has("WITHDRAWABLE 2300");
    }

    @Test
    void rejectedAndFailedWithdrawalsGiveTheMoneyBack() {
        Player player = new Player(RunningServer.split());
        player.earnWithdrawable(5_000);
        Answer rejected = player.withdraw(2_000).ok();
        player.move(rejected, "reject").ok();
        player.has("WITHDRAWABLE 5000");
        Answer failed = player.withdraw(3_000).ok();
        player.move(failed, "approve").ok();
        player.move(failed, "pay").ok();
        player.move(failed, "fail").ok();
        player.has("WITHDRAWABLE 5000");
    }

    @Test
    void aLowBalanceAfterASettlementEndsTheRolling() {
        Player player = new Player(RunningServer.split());
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 9_499).ok();
        player.settle(bet, "t1", 0).ok();
        player.has("SPORTS_NORMAL 501");
        Answer last = player.bet("b2", "sports-1", 1).ok();
        player.settle(last, "t2", 0).ok();
        player.has("WITHDRAWABLE 500");
        assertThat(player.rolling()).isEmpty();
    }

    @Test
    void theUnifiedTopologyHasOneNormalBucketForAllProducts() {
        Player player = new Player(RunningServer.on(TopologyCode.RUBY_UNIFIED_V1));
        player.deposit("SPORTS_NORMAL", 10_000).refused(422, "TOPOLOGY_MISMATCH");
        player.deposit("COMMON_NORMAL", 10_000).ok();
        Answer slots = player.bet("b1", "slots-1", 4_000).ok();
        assertThat(slots.body().at("/policy/code").asString()).isEqualTo("CASINO");
        Answer sports = player.bet("b2", "sports-1", 6_000).ok();
        assertThat(sports.body().at("/policy/code").asString()).isEqualTo("SPORTS");
        player.has("COMMON_NORMAL 0+10000");
        player.settle(slots, "t1", 4_000).ok();
        player.settle(sports, "t2", 6_000).ok();
        player.has("WITHDRAWABLE 10000");
    }

    @Test
    void aBonusIsWageredAndConvertedUpToItsCap() {
        Player player = new Player(RunningServer.split());
        player.post("/v2/bonuses", player.key(), """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "bucket": "CASINO_BONUS",
             "amount": 10000, "multiplier": 10000, "cap": 12000}\
            """.formatted(player.id)).ok();
        Answer bet = player.bet("b1", "slots-1", 10_000).ok();
        player.settle(bet, "t1", 15_000).ok();
        player.has("WITHDRAWABLE 12000");
    }

    @Test
    void theLedgerAgreesWithTheBalancesAndNothingDrifts() {
        RunningServer server = RunningServer.split();
        Player player = new Player(server);
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 10_000).ok();
        Answer settled = player.settle(bet, "t1", 12_000).ok();
        long sum = player.ledger(settled).stream()
                .filter(row -> row.get("bucket").asString().equals("WITHDRAWABLE"))
                .mapToLong(row -> row.get("amount").asLong())
                .sum();
        assertThat(sum).isEqualTo(12_000);
        await().until(() -> server.bean(ProcessorLag.class).of("wallet-ledger") == 0);
        assertThat(server.bean(Reconciliation.class).run().drifts()).isEmpty();
    }

    private static long activeRequirements(Player player) {
        long active = 0;
        for (JsonNode requirement : player.get("/v2/wallets/acme/" + player.id + "?currency=KRW")
                .body()
                .get("rolling")) {
            active += requirement.get("status").asString().equals("ACTIVE") ? 1 : 0;
        }
        return active;
    }
}
