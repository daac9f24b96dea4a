package io.carat.core.bet;

import static io.carat.core.decision.RejectionCode.ALREADY_ROLLED_BACK;
import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.BET_ALREADY_SETTLED;
import static io.carat.core.decision.RejectionCode.BET_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetEvent.BetCashedOut;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Partial and full cash-outs (rule book §3). */
class BetCashOutTest {

    @Test
    void splitsTheClosedStakeOverTheLegsAndThePriceOverThat() {
        LedgerScenario play = mixedBet();
        int before = play.size();

        play.accepts(() -> play.cashOut("b1", "c1", 4_000, 5_000));

        assertThat(play.since(before))
                .contains(new BetCashedOut(
                        LedgerScenario.idOf("b1"),
                        "c1",
                        List.of(new LegAmount(1, 1_000), new LegAmount(2, 1_600), new LegAmount(3, 1_400)),
                        List.of(new LegAmount(1, 1_250), new LegAmount(2, 2_000), new LegAmount(3, 1_750)),
                        false));
        assertThat(play.balances())
                .isEqualTo("SPORTS_NORMAL 2000+2400, SPORTS_BONUS 1250+1500, WITHDRAWABLE 7250+2100");
    }

    @Test
    void leavesLaterWinsAndHalfVoidsWhatRemains() {
        LedgerScenario play = mixedBet();
        play.accepts(() -> play.cashOut("b1", "c1", 4_000, 5_000));
        play.accepts(() -> play.voidBet("b1", "v1", 3_000L));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 3200+1200, SPORTS_BONUS 2000+750, WITHDRAWABLE 8300+1050");
        play.accepts(() -> play.settle("b1", "t1", 6_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 5600+0, SPORTS_BONUS 3500+0, WITHDRAWABLE 10400+0");
    }

    @Test
    void settlesTheBetWhenNothingIsLeftOpen() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 4_000));
        play.accepts(() -> play.cashOut("b1", "c1", 1_000, 900));
        play.accepts(() -> play.cashOut("b1", "c2", 3_000, 3_500));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 10400+0");
        assertThat(play.rolling()).as("cashed-out stake counts nothing").isEqualTo("SPORTS_NORMAL 0/10000");
        play.refuses(BET_ALREADY_SETTLED, () -> play.settle("b1", "t1", 1));
        play.refuses(BET_ALREADY_SETTLED, () -> play.cashOut("b1", "c3", 1, 1));
    }

    @Test
    void countsTowardsRollingOnlyWhatWasNotCashedOut() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 4_000));
        play.accepts(() -> play.cashOut("b1", "c1", 1_000, 900));
        play.accepts(() -> play.settle("b1", "t1", 0));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 3000/10000");
    }

    @Test
    void refusesARollbackAfterwardsAndVoidsWhatIsLeft() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 4_000));
        play.accepts(() -> play.cashOut("b1", "c1", 1_000, 900));
        play.refuses(BET_ALREADY_SETTLED, () -> play.rollback("b1", "r1"));
        play.accepts(() -> play.voidBet("b1", "v1", null));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 9900+0");
    }

    @Test
    void refusesWhatCannotBeCashedOut() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.refuses(BET_NOT_FOUND, () -> play.cashOut("b1", "c0", 1, 1));
        play.accepts(() -> play.bet("b1", 4_000));
        play.refuses(AMOUNT_INVALID, () -> play.cashOut("b1", "c1", 0, 1));
        play.refuses(AMOUNT_INVALID, () -> play.cashOut("b1", "c2", 4_001, 1));
        play.refuses(AMOUNT_INVALID, () -> play.cashOut("b1", "c3", 1, -1));
        play.accepts(() -> play.rollback("b1", "r1"));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.cashOut("b1", "c4", 1, 1));
    }

    /** Legs of 2500 from a bonus, 4000 from NORMAL and 3500 from WITHDRAWABLE. */
    private static LedgerScenario mixedBet() {
        LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.policy("SPORTS"));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 9_000));
        play.accepts(() -> play.bonus("SPORTS_BONUS", 2_500));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 4_000));
        play.accepts(() -> play.bet("b1", 10_000));
        return play;
    }
}
