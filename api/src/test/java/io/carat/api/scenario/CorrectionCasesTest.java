package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.api.scenario.RunningServer.TopologyCode;
import org.junit.jupiter.api.Test;

/** Corrections, debts and cash-outs over HTTP: the acceptance cases 15 to 18 and the examples of rule book §3. */
class CorrectionCasesTest {

    private final RunningServer server = RunningServer.on(topology());
    private final Player player = new Player(server, Roles.on(server));

    /** The topology that the cases run on; others in {@link AcceptanceCasesOnEveryTopologyTest}. */
    TopologyCode topology() {
        return TopologyCode.RUBY_SPLIT_V1;
    }

    @Test
    void cases15To17ADebtIsOwedRecoveredAndStandsAgainstWithdrawals() {
        player.deposit("SPORTS_NORMAL", 20_000).ok();
        Answer corrected = player.bet("b1", "sports-1", 10_000).ok();
        player.settle(corrected, "t1", 20_000).ok();
        Answer open = player.bet("b2", "sports-1", 26_000).ok();
        player.has("SPORTS_NORMAL 4000+26000");

        Answer correction = player.correct(corrected, "c1", "t1", 0).ok();
        assertThat(correction.body().get("reversed").asLong()).isEqualTo(20_000);
        player.has("SPORTS_NORMAL 0+26000");
        assertThat(player.receivables()).containsExactly(16_000L);
        player.withdraw(1).refused(422, "OPEN_RECEIVABLE");

        player.settleOpen(open, "t2", 10_000).ok();
        player.has("SPORTS_NORMAL 0+26000");
        assertThat(player.receivables()).containsExactly(6_000L);
        player.withdraw(1).refused(422, "OPEN_RECEIVABLE");

        player.settle(open, "t3", 7_000).ok();
        assertThat(player.receivables()).isEmpty();
        player.has("WITHDRAWABLE 1000");
        player.withdraw(1_000).ok();
    }

    @Test
    void case18ACorrectionAfterASweepDebitsWithdrawableOnce() {
        player.deposit("SPORTS_NORMAL", 10_000).ok();
        Answer bet = player.bet("b1", "sports-1", 10_000).ok();
        player.settle(bet, "t1", 20_000).ok();
        player.has("WITHDRAWABLE 20000");

        player.correct(bet, "c1", "t1", 0).ok();
        player.has("");
        assertThat(player.receivables()).isEmpty();
        assertThat(player.correct(bet, "c1", "t1", 0).ok().replayed()).isTrue();
        player.has("");
        player.correct(bet, "c1", "t1", 1).refused(422, "IDEMPOTENCY_MISMATCH");
        player.correct(bet, "c2", "never", 1).refused(404, "SETTLEMENT_NOT_FOUND");
    }

    @Test
    void aCashOutIsSplitOverTheLegsAndPaidOverThatSplit() {
        player.earnWithdrawable(3_500);
        player.deposit("SPORTS_NORMAL", 4_000).ok();
        player.bonus("SPORTS_BONUS", 2_500).ok();
        Answer bet = player.bet("b1", "sports-1", 10_000)
                .ok()
                .parts("funding", "BONUS 2500, NORMAL 4000, WITHDRAWABLE 3500");

        player.cashOut(bet, "c1", 4_000, 5_000).ok().parts("credited", "BONUS 1250, NORMAL 2000, WITHDRAWABLE 1750");
        player.has("SPORTS_NORMAL 2000+2400, SPORTS_BONUS 1250+1500, WITHDRAWABLE 1750+2100");
        player.rollback(bet, "r1").refused(409, "BET_ALREADY_SETTLED");
        player.cashOut(bet, "c2", 6_001, 1).refused(422, "AMOUNT_INVALID");
        player.voidBet(bet, "v1").ok().parts("refunded", "BONUS 1500, NORMAL 2400, WITHDRAWABLE 2100");
        player.has("SPORTS_NORMAL 4400, SPORTS_BONUS 2750, WITHDRAWABLE 3850");
    }

    @Test
    void aVoidOfASettledBetTakesPayoutAndAttributionBack() {
        player.deposit("SPORTS_NORMAL", 50_000).ok();
        Answer bet = player.bet("b1", "sports-1", 10_000).ok();
        player.settle(bet, "t1", 25_000).ok();
        player.owes("SPORTS_NORMAL 10000/50000");

        player.voidBet(bet, "v1").ok().parts("refunded", "NORMAL 10000");

        player.has("SPORTS_NORMAL 50000");
        player.owes("SPORTS_NORMAL 0/50000");
    }
}
