package io.carat.core.bet;

import static io.carat.core.decision.RejectionCode.BET_ALREADY_SETTLED;
import static io.carat.core.policy.WithdrawablePolicy.LAST_RESORT_TO_NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.rolling.RequirementStatus;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A void of a bet that has paid is a correction to VOID (rule book §3, §4). */
class BetVoidingTest {

    @Test
    void givesStakesBackAndTakesPayoutsBack() {
        LedgerScenario play = funded(50_000);
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 25_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 65000+0");

        play.accepts(() -> play.voidBet("b1", "v1", null));

        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 50000+0");
        assertThat(play.rolling()).as("nothing counts").isEqualTo("SPORTS_NORMAL 0/50000");
        play.refuses(BET_ALREADY_SETTLED, () -> play.voidBet("b1", "v2", null));
        play.refuses(BET_ALREADY_SETTLED, () -> play.settle("b1", "t2", 1));
        play.refuses(BET_ALREADY_SETTLED, () -> play.rollback("b1", "r1"));
    }

    @Test
    void givesALostStakeBack() {
        LedgerScenario play = funded(50_000);
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 0));

        play.accepts(() -> play.voidBet("b1", "v1", null));

        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 50000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/50000");
    }

    @Test
    void voidsAPartlySettledBet() {
        LedgerScenario play = funded(50_000);
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 25_000, BetResult.WIN, false));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 65000+10000");

        play.accepts(() -> play.voidBet("b1", "v1", null));

        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 50000+0");
    }

    @Test
    void letsCashOutsStand() {
        LedgerScenario play = funded(50_000);
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.cashOut("b1", "c1", 4_000, 5_000));
        play.accepts(() -> play.settle("b1", "t1", 9_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 54000+0");

        play.accepts(() -> play.voidBet("b1", "v1", null));

        assertThat(play.balances()).as("4000 sold for 5000, 6000 given back").isEqualTo("SPORTS_NORMAL 51000+0");
    }

    @Test
    void owesWhatThePayoutLeftBehind() {
        LedgerScenario play = funded(30_000);
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 25_000));
        play.accepts(() -> play.bet("b2", 44_000));

        play.accepts(() -> play.voidBet("b1", "v1", null));

        assertThat(play.receivables()).containsExactly(14_000L);
        play.accepts(() -> play.rollback("b2", "r2"));
        assertThat(play.balances())
                .as("b2 fulfilled nothing: the deposit is covered still")
                .isEqualTo("SPORTS_NORMAL 44000+0");
    }

    @Test
    void asksForWhatWasReleasedToBeWageredAgain() {
        LedgerScenario play = funded(10_000);
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 25_000));
        assertThat(play.balances()).as("fulfilled and swept").isEqualTo("WITHDRAWABLE 25000+0");

        play.accepts(() -> play.voidBet("b1", "v1", null));

        assertThat(play.balances())
                .as("the stake is in NORMAL, its price came out of both")
                .isEqualTo("WITHDRAWABLE 10000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/10000");
        assertThat(play.snapshot().rolling().getFirst().status())
                .as("the saga makes it active, as every requirement")
                .isEqualTo(RequirementStatus.PENDING);
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 400));
        play.accepts(() -> play.bet("b2", 200));
        play.accepts(() -> play.settle("b2", "t2", 0));
        assertThat(play.rolling())
                .as("first in line, and no low balance ends it")
                .isEqualTo("SPORTS_NORMAL 200/10000");
    }

    @Test
    void restoresWithdrawableWithoutRollingWhereItsPayoutWentToNormal() {
        LedgerScenario play =
                LedgerScenario.splitWith(SeedsForTest.with(SeedsForTest.policy("SPORTS"), LAST_RESORT_TO_NORMAL));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 9_000));
        play.accepts(() -> play.bet("b1", 5_000));
        play.accepts(() -> play.voidBet("b1", "v1", null));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 9000+0");
        assertThat(play.rolling()).isEmpty();

        play.accepts(() -> play.bet("b2", 5_000));
        play.accepts(() -> play.settle("b2", "t2", 7_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 7000+0, WITHDRAWABLE 4000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/7000");

        play.accepts(() -> play.voidBet("b2", "v2", null));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 9000+0");
        assertThat(play.rolling()).isEmpty();
    }

    @Test
    void recalculatesWhatAWithdrawablePayoutOwes() {
        LedgerScenario play =
                LedgerScenario.splitWith(SeedsForTest.with(SeedsForTest.policy("SPORTS"), LAST_RESORT_TO_NORMAL));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 9_000));
        play.accepts(() -> play.bet("b1", 5_000));
        play.accepts(() -> play.settle("b1", "t1", 7_000));

        play.accepts(() -> play.correct("b1", "c1", "t1", 12_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 12000+0, WITHDRAWABLE 4000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/12000");

        play.accepts(() -> play.correct("b1", "c2", "t1", 1_000));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/1000");

        play.accepts(() -> play.correct("b1", "c3", "t1", 0));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 4000+0");
        assertThat(play.rolling()).isEmpty();

        play.accepts(() -> play.correct("b1", "c4", "t1", 3_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 3000+0, WITHDRAWABLE 4000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/3000");
    }

    @Test
    void owesRollingOnTheNetOfRecoveredDebtsOnly() {
        LedgerScenario play =
                LedgerScenario.splitWith(SeedsForTest.with(SeedsForTest.policy("SPORTS"), LAST_RESORT_TO_NORMAL));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 9_000));
        play.accepts(() -> play.bet("b1", 4_000));
        play.accepts(() -> play.settle("b1", "t1", 6_000));
        play.accepts(() -> play.bet("b2", 11_000));
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));
        assertThat(play.receivables()).as("all is at stake").isEqualTo(List.of(6_000L));

        play.accepts(() -> play.settle("b2", "t2", 22_000));

        assertThat(play.receivables()).isEmpty();
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 16000+0");
        assertThat(play.rolling())
                .as("NORMAL's leg recovered 6000 of its 12000; the 10000 of WITHDRAWABLE's leg owe rolling")
                .isEqualTo("SPORTS_NORMAL 0/10000");
    }

    @Test
    void recalculatesOnTheNetOfRecoveredDebts() {
        LedgerScenario play =
                LedgerScenario.splitWith(SeedsForTest.with(SeedsForTest.policy("SPORTS"), LAST_RESORT_TO_NORMAL));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.settle("b1", "t1", 50_000));
        play.accepts(() -> play.bet("b2", 50_500));
        play.accepts(() -> play.settle("b2", "t2", 10_100, BetResult.WIN, false));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 10100+50000, WITHDRAWABLE 8500+500");
        play.accepts(() -> play.bet("b3", 18_600));
        play.accepts(() -> play.correct("b2", "c2", "t2", 0));
        assertThat(play.receivables()).containsExactly(10_100L);

        play.accepts(() -> play.correct("b1", "c1", "t1", 62_000));

        assertThat(play.receivables()).isEmpty();
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 1900+60100, WITHDRAWABLE 0+9000");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/51900");
    }

    private static LedgerScenario funded(long amountMinor) {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", amountMinor));
        return play;
    }
}
