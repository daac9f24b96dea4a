package io.carat.core.bet;

import static io.carat.core.decision.RejectionCode.ALREADY_ROLLED_BACK;
import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.BET_ALREADY_SETTLED;
import static io.carat.core.decision.RejectionCode.BET_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.OPEN_RECEIVABLE;
import static io.carat.core.decision.RejectionCode.SETTLEMENT_NOT_FOUND;
import static io.carat.core.testing.LedgerScenario.told;
import static io.carat.core.withdrawal.WithdrawalStep.APPROVE;
import static io.carat.core.withdrawal.WithdrawalStep.PAID_OUT;
import static io.carat.core.withdrawal.WithdrawalStep.PAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Corrections and what they leave owed (rule book §3, cases 15 to 18). */
class BetCorrectionTest {

    @Test
    void owesWhatTheWalletCannotPay() {
        LedgerScenario play = paid20000AndSpentTo4000();

        play.accepts(() -> play.correct("b1", "c1", "t1", 0));

        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 0+26000");
        assertThat(play.receivables()).containsExactly(16_000L);
    }

    @Test
    void recoversFromTheNextPayout() {
        LedgerScenario play = paid20000AndSpentTo4000();
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));

        play.accepts(() -> play.settle("b2", "t2", 10_000));

        assertThat(play.balances()).isEmpty();
        assertThat(play.receivables()).containsExactly(6_000L);
    }

    @Test
    void paysTheRestOnceNothingIsOwed() {
        LedgerScenario play = paid20000AndSpentTo4000();
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));

        play.accepts(() -> play.settle("b2", "t2", 17_500));

        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 1500+0");
        assertThat(play.receivables()).isEmpty();
    }

    @Test
    void recoversTheOldestDebtFirst() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 20_000));
        play.accepts(() -> play.bet("b0", 1_000));
        play.accepts(() -> play.settle("b0", "t0", 5_000));
        play.accepts(() -> play.bet("b1", 9_000));
        play.accepts(() -> play.settle("b1", "t1", 20_000));
        play.accepts(() -> play.bet("b2", 35_000));
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));
        play.accepts(() -> play.correct("b0", "c0", "t0", 0));
        assertThat(play.receivables()).containsExactly(20_000L, 5_000L);

        play.accepts(() -> play.settle("b2", "t2", 21_000));

        assertThat(play.receivables()).containsExactly(4_000L);
    }

    @Test
    void doesNotRecoverFromDepositsAndRefunds() {
        LedgerScenario play = paid20000AndSpentTo4000();
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));

        play.accepts(() -> play.deposit("SPORTS_NORMAL", 1_000));
        play.accepts(() -> play.rollback("b2", "r2"));

        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 27000+0");
        assertThat(play.receivables()).containsExactly(16_000L);
    }

    @Test
    void debitsWithdrawableAfterASweepAndNothingTwice() {
        LedgerScenario play = sweptWin();
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 20000+0");

        play.accepts(() -> play.correct("b1", "c1", "t1", 0));
        assertThat(play.balances()).isEmpty();
        assertThat(play.receivables()).isEmpty();

        assertThat(told(play.correct("b1", "c1", "t1", 0))).isEqualTo("REPLAYED");
        assertThat(play.balances()).isEmpty();
        assertThat(play.receivables()).isEmpty();
    }

    @Test
    void refusesEveryStepTowardsAPaymentWhileSomethingIsOwed() {
        LedgerScenario play = sweptWin();
        RequestWithdrawal held = play.withdrawal(5_000);
        RequestWithdrawal approved = play.withdrawal(5_000);
        RequestWithdrawal paying = play.withdrawal(5_000);
        for (RequestWithdrawal one : List.of(held, approved, paying)) {
            play.accepts(() -> play.send(one));
        }
        play.accepts(() -> play.move(approved.withdrawalId(), APPROVE));
        play.accepts(() -> play.move(paying.withdrawalId(), APPROVE));
        play.accepts(() -> play.move(paying.withdrawalId(), PAY));

        play.accepts(() -> play.correct("b1", "c1", "t1", 0));

        assertThat(play.balances()).as("a hold is never touched").isEqualTo("WITHDRAWABLE 0+15000");
        assertThat(play.receivables()).containsExactly(15_000L);
        play.refuses(OPEN_RECEIVABLE, () -> play.send(play.withdrawal(1)));
        play.refuses(OPEN_RECEIVABLE, () -> play.move(held.withdrawalId(), APPROVE));
        play.refuses(OPEN_RECEIVABLE, () -> play.move(approved.withdrawalId(), PAY));
        play.accepts(() -> play.move(paying.withdrawalId(), PAID_OUT));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 0+10000");
    }

    @Test
    void cancelsTheBetsOwnDebtBeforeItPaysAnIncrease() {
        LedgerScenario play = paid20000AndSpentTo4000();
        play.accepts(() -> play.correct("b1", "c1", "t1", 0));

        play.accepts(() -> play.correct("b1", "c2", "t1", 18_500));

        assertThat(play.receivables()).isEmpty();
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 2500+26000");
    }

    @Test
    void paysAnIncreaseByTheSameLegs() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.bonus("SPORTS_BONUS", 2_500));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 20_000));
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 8_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 18500+0, SPORTS_BONUS 2000+0");

        play.accepts(() -> play.correct("b1", "c1", null, 20_000));

        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 27500+0, SPORTS_BONUS 5000+0");
    }

    @Test
    void letsTheHouseBearWhatABonusCannotPay() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.bonus("SPORTS_BONUS", 2_500));
        play.accepts(() -> play.bet("b1", 2_500));
        play.accepts(() -> play.settle("b1", "t1", 9_000));
        play.accepts(() -> play.bet("b2", 8_000));

        play.accepts(() -> play.correct("b1", "c1", "t1", 0));

        assertThat(play.balances()).isEqualTo("SPORTS_BONUS 0+8000");
        assertThat(play.receivables()).isEmpty();
    }

    @Test
    void correctsOneOfSeveralWins() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 3_000, BetResult.WIN, false));
        play.accepts(() -> play.settle("b1", "t2", 5_000, BetResult.WIN, false));

        play.accepts(() -> play.correct("b1", "c1", "t1", 1_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 6000+10000");

        play.accepts(() -> play.correct("b1", "c2", "c1", 2_000));
        assertThat(play.balances()).as("a correction may be corrected").isEqualTo("SPORTS_NORMAL 7000+10000");

        play.accepts(() -> play.correct("b1", "c3", null, 4_000));
        assertThat(play.balances()).as("all settlements together pay 4000").isEqualTo("SPORTS_NORMAL 4000+10000");
    }

    @Test
    void takesBackAPushWhenItWasAWin() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 4_000));
        play.accepts(() -> play.settle("b1", "t1", 4_000, BetResult.PUSH, true));

        play.accepts(() -> play.correct("b1", "c1", "t1", 9_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 15000+0");

        play.accepts(() -> play.voidBet("b1", "v1", null));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 10000+0");
    }

    @Test
    void refusesToCorrectWhatIsNotThere() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 30_000));
        play.refuses(BET_NOT_FOUND, () -> play.correct("b1", "c0", null, 0));
        play.accepts(() -> play.bet("b1", 10_000));
        play.refuses(SETTLEMENT_NOT_FOUND, () -> play.correct("b1", "c1", null, 0));
        play.accepts(() -> play.settle("b1", "t1", 3_000));
        play.refuses(SETTLEMENT_NOT_FOUND, () -> play.correct("b1", "c2", "t2", 0));
        play.refuses(AMOUNT_INVALID, () -> play.correct("b1", "c3", null, -1));
        play.accepts(() -> play.voidBet("b1", "v1", null));
        play.refuses(BET_ALREADY_SETTLED, () -> play.correct("b1", "c4", null, 0));
        play.accepts(() -> play.bet("b2", 1_000));
        play.accepts(() -> play.rollback("b2", "r2"));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.correct("b2", "c5", null, 0));
    }

    /** A win of 20000, then all but 4000 at stake again; NORMAL is still covered. */
    private static LedgerScenario paid20000AndSpentTo4000() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 20_000));
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 20_000));
        play.accepts(() -> play.bet("b2", 26_000));
        return play;
    }

    /** A win of 20000 that completed the deposit's requirement and was swept. */
    private static LedgerScenario sweptWin() {
        LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.policy("SPORTS"));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.settle("b1", "t1", 20_000));
        return play;
    }
}
