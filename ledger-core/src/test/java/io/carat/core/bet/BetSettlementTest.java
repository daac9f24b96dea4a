package io.carat.core.bet;

import static io.carat.core.bet.BetResult.HALF_VOID;
import static io.carat.core.bet.BetResult.JACKPOT;
import static io.carat.core.bet.BetResult.LOSE;
import static io.carat.core.bet.BetResult.PUSH;
import static io.carat.core.bet.BetResult.WIN;
import static io.carat.core.decision.RejectionCode.ALREADY_ROLLED_BACK;
import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.BET_ALREADY_SETTLED;
import static io.carat.core.decision.RejectionCode.BET_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.INSUFFICIENT_FUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetCommand.SettleBet;
import io.carat.core.configuration.ConfigurationCommand.DefinePolicy;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.carat.core.money.Money;
import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whole settlements through the real handlers (rule book §3, §4, §12). */
class BetSettlementTest {

    /** BONUS 2500, NORMAL 4000, WITHDRAWABLE 9000, of which a bet of 10000 holds 2500/4000/3500. */
    private static LedgerScenario mixedBet() {
        LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.policy("SPORTS"));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 9_000));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 4_000));
        play.accepts(() -> play.bonus("SPORTS_BONUS", 2_500));
        play.accepts(() -> play.bet("b1", 10_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 0+4000, SPORTS_BONUS 0+2500, WITHDRAWABLE 5500+3500");
        return play;
    }

    private static LedgerScenario normalBet(long depositMinor, long stakeMinor) {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", depositMinor));
        play.accepts(() -> play.bet("b1", stakeMinor));
        return play;
    }

    @Test
    void paysByTheStoredLegs() {
        LedgerScenario play = mixedBet();
        play.accepts(() -> play.settle("b1", "t1", 19_999));
        // the deposit's 4000 are wagered, so the 7999 of its leg are swept
        assertThat(play.balances()).isEqualTo("SPORTS_BONUS 5000+0, WITHDRAWABLE 20499+0");
        assertThat(play.rolling()).as("no odds, and the bonus asks for 1.5").isEqualTo("SPORTS_BONUS 0/25000");
    }

    @Test
    void takesTheStakeOfALostBet() {
        LedgerScenario play = mixedBet();
        play.accepts(() -> play.settle("b1", "t1", 0, LOSE, false));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 5500+0");
        assertThat(play.rolling())
                .as("an empty bonus bucket is at its low balance")
                .isEmpty();
        play.refuses(BET_ALREADY_SETTLED, () -> play.settle("b1", "t2", 5));
    }

    @Test
    void creditsSeveralWinsAndAttributesOnceAtTheClose() {
        LedgerScenario play = normalBet(50_000, 10_000);
        play.accepts(() -> play.settle("b1", "t1", 3_000, WIN, false));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 43000+10000");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/50000");
        play.accepts(() -> play.settle("b1", "t2", 2_000, WIN, false));
        play.accepts(() -> play.settle("b1", "t3", 1_000, WIN, true));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 46000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 10000/50000");
    }

    @Test
    void closesOnAPayoutOfZeroWhateverItSays() {
        LedgerScenario play = normalBet(50_000, 10_000);
        play.accepts(() -> play.settle("b1", "t1", 3_000, WIN, false));
        play.accepts(() -> play.settle("b1", "t2", 0, WIN, false));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 43000+0");
        play.refuses(BET_ALREADY_SETTLED, () -> play.settle("b1", "t3", 1));
    }

    @Test
    void paysAJackpotLikeAWin() {
        LedgerScenario play = normalBet(50_000, 10_000);
        play.accepts(() -> play.settle("b1", "t1", 999_999, JACKPOT, true));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 1039999+0");
    }

    @Test
    void givesAPushedStakeBackToItsLegsAndCountsNothing() {
        LedgerScenario play = mixedBet();
        play.accepts(() -> play.settle("b1", "t1", 10_000, PUSH, false));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 4000+0, SPORTS_BONUS 2500+0, WITHDRAWABLE 9000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/4000, SPORTS_BONUS 0/25000");
        play.refuses(BET_ALREADY_SETTLED, () -> play.settle("b1", "t2", 1));
    }

    @Test
    void refundsHalfRoundedUpAndCountsTheRest() {
        LedgerScenario play = normalBet(50_000, 9_999);
        play.accepts(() -> play.settle("b1", "t1", 0, HALF_VOID, false));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 45001+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 4999/50000");
    }

    @Test
    void refusesPayoutsThatDoNotFitTheOutcome() {
        LedgerScenario play = normalBet(50_000, 10_000);
        play.refuses(AMOUNT_INVALID, () -> play.settle("b1", "t1", 9_999, PUSH, true));
        play.refuses(AMOUNT_INVALID, () -> play.settle("b1", "t2", 1, LOSE, true));
        play.refuses(AMOUNT_INVALID, () -> play.settle("b1", "t3", 1, HALF_VOID, true));
        play.refuses(AMOUNT_INVALID, () -> play.settle("b1", "t4", -1, WIN, true));
        play.refuses(AMOUNT_INVALID, () -> play.settle("b1", "t5", Money.MAX_REQUEST_MINOR + 1, JACKPOT, true));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 40000+10000");
    }

    @Test
    void refusesAWinOfABetThatIsNotThere() {
        LedgerScenario play = normalBet(50_000, 10_000);
        play.refuses(BET_NOT_FOUND, () -> play.settle("b2", "t1", 100));
        play.refuses(BET_NOT_FOUND, () -> play.send(settlement("no id", Scope.EVERYTHING)));
        play.refuses(
                BET_NOT_FOUND, () -> play.send(settlement(LedgerScenario.idOf("b1"), new Scope("other", Set.of()))));
        play.refuses(
                BET_NOT_FOUND,
                () -> play.send(settlement(LedgerScenario.idOf("b1"), new Scope("acme", Set.of("hub88")))));
    }

    @Test
    void tellsNoStoredAnswerToAProviderThatDoesNotReachTheBet() {
        LedgerScenario play = normalBet(50_000, 10_000);
        SettleBet win = settlement(LedgerScenario.idOf("b1"), Scope.EVERYTHING);
        play.accepts(() -> play.send(win));
        play.refuses(
                BET_NOT_FOUND,
                () -> play.send(new SettleBet(
                        win.request(),
                        new Scope("acme", Set.of("hub88")),
                        win.authorizationId(),
                        win.transactionId(),
                        win.payoutMinor(),
                        win.result(),
                        win.closesRound())));
    }

    @Test
    void paysABetThatComesAfterItsRefusedWin() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 50_000));
        SettleBet win = settlement(LedgerScenario.idOf("b1"), Scope.EVERYTHING);
        play.refuses(BET_NOT_FOUND, () -> play.send(win));
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.send(win));
    }

    @Test
    void refusesToSettleWhatWasRolledBackOrVoided() {
        LedgerScenario play = normalBet(50_000, 10_000);
        play.accepts(() -> play.rollback("b1", "t1"));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.settle("b1", "t2", 100));
        play.accepts(() -> play.bet("b2", 10_000));
        play.accepts(() -> play.voidBet("b2", "t3", null));
        play.refuses(BET_ALREADY_SETTLED, () -> play.settle("b2", "t4", 100));
        play.accepts(() -> play.rollbackByBetId("b3", "t5"));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.settle("b3", "t6", 100));
    }

    @Test
    void settlesUnderThePolicyOfTheAuthorization() {
        LedgerScenario play = normalBet(50_000, 10_000);
        play.send(new DefinePolicy(SeedsForTest.with(
                SeedsForTest.withVersion(SeedsForTest.policy("SPORTS"), 2), WithdrawablePolicy.FORBIDDEN)));
        play.accepts(() -> play.settle("b1", "t1", 5_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 45000+0");
        play.refuses(INSUFFICIENT_FUNDS, () -> play.bet("b2", 45_001));
    }

    @Test
    void routesSlotsToCasino() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("CASINO_NORMAL", 5_000));
        play.refuses(INSUFFICIENT_FUNDS, () -> play.bet("b1", 5_000));
        play.accepts(() -> play.bet("b2", "slots-1", 5_000, null));
        assertThat(play.balances()).isEqualTo("CASINO_NORMAL 0+5000");
    }

    @Test
    void countsTheFundsThatAreLeftForTheNextBet() {
        LedgerScenario play = normalBet(10_000, 6_000);
        play.refuses(INSUFFICIENT_FUNDS, () -> play.bet("b2", 6_000));
        play.accepts(() -> play.bet("b3", 4_000));
    }

    private static SettleBet settlement(String authorizationId, Scope scope) {
        return new SettleBet(
                new RequestKey("win-" + scope.hashCode() + authorizationId, "payload"),
                scope,
                authorizationId,
                "win-1",
                100,
                WIN,
                true);
    }
}
