package io.carat.core.bet;

import static io.carat.core.policy.WithdrawablePolicy.FIRST_TO_NORMAL;
import static io.carat.core.policy.WithdrawablePolicy.LAST_RESORT_TO_NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import org.junit.jupiter.api.Test;

/** Histories in which corrections and voids meet each other, ended bonuses and debts. */
class CorrectionCornersTest {

    @Test
    void tellsRequirementsOfASettlementAndACashOutOfOneTransactionIdApart() {
        LedgerScenario play = toNormal(9_000);
        play.accepts(() -> play.bet("b1", 5_000));
        play.accepts(() -> play.cashOut("b1", "x1", 1_000, 1_000));
        play.accepts(() -> play.bet("b2", 300));
        play.accepts(() -> play.settle("b2", "t2", 300));
        play.accepts(() -> play.settle("b1", "x1", 5_000));
        play.accepts(() -> play.bet("b3", 500));
        play.accepts(() -> play.settle("b3", "t3", 0));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 800/1000, SPORTS_NORMAL 0/5000");
    }

    @Test
    void tellsDebtsOfACorrectionAndAVoidOfOneTransactionIdApart() {
        LedgerScenario play = split(30_000);
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 20_000));
        play.accepts(() -> play.bet("b2", 40_000));
        play.accepts(() -> play.correct("b1", "x", "t1", 14_000));
        assertThat(play.receivables()).containsExactly(6_000L);
        play.accepts(() -> play.voidBet("b1", "x", null));
        assertThat(play.receivables()).containsExactly(6_000L, 4_000L);
        play.accepts(() -> play.settle("b2", "t2", 7_000));
        assertThat(play.receivables()).containsExactly(3_000L);
    }

    @Test
    void tellsASettlementAndACorrectionOfOneTransactionIdApart() {
        LedgerScenario play = split(10_000);
        play.accepts(() -> play.bet("b1", 5_000));
        play.accepts(() -> play.settle("b1", "t1", 3_000, BetResult.WIN, false));
        play.accepts(() -> play.settle("b1", "t2", 5_000));
        play.accepts(() -> play.correct("b1", "t2", "t1", 2_000));
        play.accepts(() -> play.correct("b1", "c1", "t2", 6_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 13000+0");
    }

    @Test
    void owesNoRollingForAnyOfSeveralReversedWins() {
        LedgerScenario play = toNormal(9_000);
        play.accepts(() -> play.bet("b1", 5_000));
        play.accepts(() -> play.settle("b1", "t1", 3_000, BetResult.WIN, false));
        play.accepts(() -> play.settle("b1", "t2", 5_000));
        play.accepts(() -> play.correct("b1", "c1", null, 0));
        assertThat(play.rolling()).isEmpty();
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 4000+0");
    }

    @Test
    void owesRollingAgainWhenACorrectionWasAMistake() {
        LedgerScenario play = toNormal(5_000);
        play.accepts(() -> play.bet("b1", 5_000));
        play.accepts(() -> play.settle("b1", "t1", 7_000));
        play.accepts(() -> play.bet("b2", 7_000));
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));
        play.accepts(() -> play.correct("b1", "c2", "t1", 7_000));
        assertThat(play.receivables()).isEmpty();
        play.accepts(() -> play.rollback("b2", "r2"));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 7000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/7000");
    }

    @Test
    void asksNothingAgainOfABonusThatWasForfeited() {
        LedgerScenario play = split(0);
        play.accepts(() -> play.bonus("SPORTS_BONUS", 10_000));
        play.accepts(() -> play.bet("b1", "sports-1", 10_000, 2_000));
        play.accepts(() -> play.settle("b1", "t1", 0));
        play.accepts(() -> play.voidBet("b1", "v1", null));
        assertThat(play.balances()).isEmpty();
        assertThat(play.rolling()).isEmpty();
    }

    @Test
    void netsAVoidBeforeTheCapOfAConvertedBonus() {
        LedgerScenario play = split(0);
        play.accepts(() -> play.bonus("SPORTS_BONUS", 10_000, 10_000, 5_000L));
        play.accepts(() -> play.bet("b1", "sports-1", 2_500, 2_000));
        play.accepts(() -> play.settle("b1", "t1", 3_000));
        play.accepts(() -> play.bet("b2", "sports-1", 7_500, 2_000));
        play.accepts(() -> play.settle("b2", "t2", 12_000));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 5000+0");
        play.accepts(() -> play.voidBet("b1", "v1", null));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 4500+0");
    }

    @Test
    void doesNotLetABonusPayADebtOfMoney() {
        LedgerScenario play = split(20_000);
        play.accepts(() -> play.bonus("SPORTS_BONUS", 2_500));
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 20_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 27500+0, SPORTS_BONUS 5000+0");
        play.accepts(() -> play.bet("b2", 32_500));
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));
        assertThat(play.receivables()).containsExactly(15_000L);
        play.accepts(() -> play.correct("b1", "c2", "t1", 20_000));
        assertThat(play.receivables()).isEmpty();
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 0+27500, SPORTS_BONUS 5000+5000");
    }

    @Test
    void countsOnlyWhatDebtsLeaveOfAnIncrease() {
        LedgerScenario play = toNormal(9_000);
        play.accepts(() -> play.bet("b0", 4_000));
        play.accepts(() -> play.settle("b0", "t0", 6_000, BetResult.WIN, true));
        play.accepts(() -> play.bet("bx", 6_000));
        play.accepts(() -> play.bet("b1", 5_000));
        play.accepts(() -> play.settle("b1", "t1", 7_000));
        play.accepts(() -> play.bet("by", 7_000));
        play.accepts(() -> play.correct("b0", "c0", "t0", 3_000));
        assertThat(play.receivables()).containsExactly(3_000L);
        play.accepts(() -> play.correct("b1", "c1", "t1", 12_000));
        assertThat(play.receivables()).isEmpty();
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/3000, SPORTS_NORMAL 0/9000");
    }

    @Test
    void testsForALowBalanceWhenACashOutSettles() {
        LedgerScenario play = split(10_000);
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.cashOut("b1", "c1", 10_000, 100));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 100+0");
        assertThat(play.rolling()).isEmpty();
    }

    @Test
    void cancelsTheBetsOwnDebtWhenItIsVoided() {
        LedgerScenario play = split(20_000);
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 20_000));
        play.accepts(() -> play.bet("b2", 26_000));
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));
        assertThat(play.receivables()).containsExactly(16_000L);
        play.accepts(() -> play.voidBet("b1", "v1", null));
        assertThat(play.receivables()).containsExactly(6_000L);
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 0+26000");
    }

    @Test
    void letsTheLegsOfAnIncreasePayDebtsInTheirOrder() {
        LedgerScenario play = toNormal(FIRST_TO_NORMAL, 16_000);
        play.accepts(() -> play.bet("b0", 6_000));
        play.accepts(() -> play.settle("b0", "t0", 8_000));
        play.accepts(() -> play.bet("b1", 18_000));
        play.accepts(() -> play.correct("b0", "c0", "t0", 0));
        play.accepts(() -> play.settle("b1", "t1", 0));
        assertThat(play.receivables()).containsExactly(8_000L);
        // WITHDRAWABLE's share is 5000 and comes first: debts take all of it, and 3000 of NORMAL's 4000
        play.accepts(() -> play.correct("b1", "c1", "t1", 9_000));
        assertThat(play.rolling()).isEmpty();
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 1000+0");
    }

    @Test
    void letsTheFirstLegOfAnIncreaseCancelTheBetsOwnDebt() {
        LedgerScenario play = toNormal(4_500);
        play.accepts(() -> play.bet("b0", 4_500));
        play.accepts(() -> play.settle("b0", "t0", 9_000));
        play.accepts(() -> play.bet("b1", 9_000));
        play.accepts(() -> play.settle("b1", "t1", 9_000));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 4_000));
        play.accepts(() -> play.bet("b2", 13_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 0+4000, WITHDRAWABLE 0+9000");
        play.accepts(() -> play.correct("b0", "c0", "t0", 0));
        play.accepts(() -> play.settle("b2", "t2", 13));
        play.accepts(() -> play.correct("b2", "c2", "t2", 0));
        assertThat(play.receivables()).containsExactly(8_987L, 13L);
        // NORMAL's 4000 cancel 13 and pay 3987; of WITHDRAWABLE's 9000, debts take the other 5000
        play.accepts(() -> play.correct("b2", "c3", "t2", 13_000));
        assertThat(play.receivables()).isEmpty();
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/4000");
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 4000+0");
    }

    @Test
    void asksForNoMoreRollingWhenSeveralWinsTogetherPayLess() {
        LedgerScenario play = toNormal(9_000);
        play.accepts(() -> play.bet("b1", 5_000));
        play.accepts(() -> play.settle("b1", "t1", 1_000, BetResult.WIN, false));
        play.accepts(() -> play.settle("b1", "t2", 10_000));
        play.accepts(() -> play.bet("b2", 11_000));
        play.accepts(() -> play.settle("b2", "t3", 0));
        assertThat(play.rolling()).isEmpty();
        play.accepts(() -> play.correct("b1", "c1", null, 6_000));
        assertThat(play.rolling()).isEmpty();
        assertThat(play.receivables()).containsExactly(1_000L);
        assertThat(play.balances()).isEmpty();
    }

    @Test
    void leavesNormalAloneWhenNothingIsPaidToIt() {
        LedgerScenario play = toNormal(FIRST_TO_NORMAL, 9_000);
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 300));
        play.accepts(() -> play.bet("lost", 1_000));
        play.accepts(() -> play.settle("lost", "t1", 0, BetResult.LOSE, true));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/300");
        play.accepts(() -> play.bet("won-nothing", 1_000));
        play.accepts(() -> play.settle("won-nothing", "t2", 0, BetResult.WIN, true));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/300");
        play.accepts(() -> play.bet("sold-for-nothing", 1_000));
        play.accepts(() -> play.cashOut("sold-for-nothing", "t3", 1_000, 0));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/300");
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 300+0, WITHDRAWABLE 6000+0");
    }

    private static LedgerScenario split(long depositMinor) {
        LedgerScenario play = LedgerScenario.split();
        if (depositMinor > 0) {
            play.accepts(() -> play.deposit("SPORTS_NORMAL", depositMinor));
        }
        return play;
    }

    /** Money in WITHDRAWABLE, whose payouts go to NORMAL. */
    private static LedgerScenario toNormal(long withdrawableMinor) {
        return toNormal(LAST_RESORT_TO_NORMAL, withdrawableMinor);
    }

    private static LedgerScenario toNormal(WithdrawablePolicy place, long withdrawableMinor) {
        LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.with(SeedsForTest.policy("SPORTS"), place));
        play.accepts(() -> play.deposit("CASINO_NORMAL", withdrawableMinor));
        return play;
    }

    /** A WITHDRAWABLE leg's payout in NORMAL, and a bet that counts 3000 towards the 7000 that it owes. */
    private static LedgerScenario countedTowardsAPayout() {
        LedgerScenario play =
                LedgerScenario.splitWith(SeedsForTest.with(SeedsForTest.policy("SPORTS"), LAST_RESORT_TO_NORMAL));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 9_000));
        play.accepts(() -> play.bet("b1", 5_000));
        play.accepts(() -> play.settle("b1", "t1", 7_000));
        play.accepts(() -> play.bet("b2", 3_000));
        play.accepts(() -> play.settle("b2", "t2", 1_000));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 3000/7000");
        return play;
    }

    @Test
    void asksForNothingWhenWhatABetCountedTowardsWasTakenBackBefore() {
        LedgerScenario play = countedTowardsAPayout();
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));
        assertThat(play.rolling()).as("ended by the correction").isEmpty();

        play.accepts(() -> play.voidBet("b2", "v1", null));

        assertThat(play.rolling()).as("it had released nothing").isEmpty();
    }

    @Test
    void asksOnlyForWhatACorrectionLeftOfARequirement() {
        LedgerScenario play = countedTowardsAPayout();
        play.accepts(() -> play.correct("b1", "c1", "t1", 2_000));
        assertThat(play.rolling()).as("3000 were wagered, 2000 are required").isEmpty();

        play.accepts(() -> play.voidBet("b2", "v1", null));

        assertThat(play.rolling()).as("1000 of the 3000 had released nothing").isEqualTo("SPORTS_NORMAL 0/2000");
    }
}
