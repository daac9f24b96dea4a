package io.carat.core.bet;

import static io.carat.core.decision.RejectionCode.ALREADY_ROLLED_BACK;
import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.BET_ALREADY_SETTLED;
import static io.carat.core.decision.RejectionCode.BET_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.BRAND_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.CURRENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.IDEMPOTENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.PROVIDER_NOT_FOUND;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetCommand.RollbackBetByBetId;
import io.carat.core.bet.BetEvent.BetHalfVoided;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bet.BetEvent.BetVoided;
import io.carat.core.claim.ClaimEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.decision.Scope;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rollback, void, half void and tombstone through the real handlers (rule book §3, §12). */
class BetRollbackTest {

    private static final String BEFORE = "SPORTS_NORMAL 4000+0, SPORTS_BONUS 2500+0, WITHDRAWABLE 9000+0";

    /** A bet of 10000 with the legs 2500/4000/3500. */
    private static LedgerScenario mixedBet() {
        LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.policy("SPORTS"));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 9_000));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 4_000));
        play.accepts(() -> play.bonus("SPORTS_BONUS", 2_500));
        play.accepts(() -> play.bet("b1", 10_000));
        return play;
    }

    @Test
    void restoresTheStoredLegs() {
        LedgerScenario play = mixedBet();
        play.accepts(() -> play.rollback("b1", "t1"));
        assertThat(play.balances()).isEqualTo(BEFORE);
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/4000, SPORTS_BONUS 0/25000");
    }

    @Test
    void restoresTheStoredLegsWhateverTheBalancesAreByThen() {
        LedgerScenario play = mixedBet();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 70_000));
        play.accepts(() -> play.rollback("b1", "t1"));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 74000+0, SPORTS_BONUS 2500+0, WITHDRAWABLE 9000+0");
    }

    @Test
    void voidsToExactlyTheLegs() {
        LedgerScenario play = mixedBet();
        int before = play.size();
        play.accepts(() -> play.voidBet("b1", "t1", null));
        assertThat(play.since(before))
                .contains(new BetVoided(
                        LedgerScenario.idOf("b1"),
                        "t1",
                        List.of(new LegAmount(1, 2_500), new LegAmount(2, 4_000), new LegAmount(3, 3_500)),
                        List.of()));
        assertThat(play.balances()).isEqualTo(BEFORE);
    }

    @Test
    void restoresLessWhatAHalfVoidReturned() {
        LedgerScenario play = mixedBet();
        int before = play.size();
        play.accepts(() -> play.voidBet("b1", "t1", 4_000L));
        assertThat(play.since(before))
                .contains(new BetHalfVoided(
                        LedgerScenario.idOf("b1"),
                        "t1",
                        List.of(new LegAmount(1, 1_000), new LegAmount(2, 1_600), new LegAmount(3, 1_400))));
        assertThat(play.balances())
                .isEqualTo("SPORTS_NORMAL 1600+2400, SPORTS_BONUS 1000+1500, WITHDRAWABLE 6900+2100");
        play.accepts(() -> play.rollback("b1", "t2"));
        assertThat(play.balances()).isEqualTo(BEFORE);
    }

    @Test
    void countsOnlyStakeThatAHalfVoidLeft() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 50_000));
        play.accepts(() -> play.bet("b1", 10_000));
        play.accepts(() -> play.voidBet("b1", "t1", 4_000L));
        play.accepts(() -> play.settle("b1", "t2", 0));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 44000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 6000/50000");
    }

    @Test
    void halfVoidsWhatIsOpenBetweenTwoWins() {
        LedgerScenario play = mixedBet();
        play.accepts(() -> play.settle("b1", "t1", 100, BetResult.WIN, false));
        play.accepts(() -> play.voidBet("b1", "t2", 4_000L));
        play.refuses(AMOUNT_INVALID, () -> play.voidBet("b1", "t3", 6_000L));
        play.refuses(BET_ALREADY_SETTLED, () -> play.rollback("b1", "t5"));
    }

    @Test
    void takesAPartThatIsAllOfTheStakeForAVoid() {
        LedgerScenario play = mixedBet();
        play.accepts(() -> play.voidBet("b1", "t1", 10_000L));
        assertThat(play.balances()).isEqualTo(BEFORE);
        play.refuses(BET_ALREADY_SETTLED, () -> play.voidBet("b1", "t2", null));
        play.refuses(BET_ALREADY_SETTLED, () -> play.voidBet("b1", "t3", 5L));
        play.refuses(BET_ALREADY_SETTLED, () -> play.rollback("b1", "t4"));
    }

    @Test
    void refusesPartsThatAreNone() {
        LedgerScenario play = mixedBet();
        play.refuses(AMOUNT_INVALID, () -> play.voidBet("b1", "t1", 10_001L));
        play.refuses(AMOUNT_INVALID, () -> play.voidBet("b1", "t2", 0L));
        play.refuses(AMOUNT_INVALID, () -> play.voidBet("b1", "t3", -1L));
    }

    @Test
    void refundsOnce() {
        LedgerScenario play = mixedBet();
        play.accepts(() -> play.rollback("b1", "t1"));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.rollback("b1", "t2"));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.rollbackByBetId("b1", "t3"));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.voidBet("b1", "t4", null));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.voidBet("b1", "t5", 10L));
        assertThat(told(play.rollback("b1", "t1"))).as("the same transaction").isEqualTo("REPLAYED");
        assertThat(told(play.rollbackByBetId("b1", "t1")))
                .as("named by its betId")
                .isEqualTo("REPLAYED");
        assertThat(play.balances()).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIN", "LOSE", "PUSH", "HALF_VOID"})
    void refusesRollbackAndHalfVoidAfterAnySettlement(BetResult result) {
        LedgerScenario play = mixedBet();
        long payoutMinor = switch (result) {
            case WIN -> 1;
            case PUSH -> 10_000;
            case LOSE, HALF_VOID, JACKPOT -> 0;
        };
        play.accepts(() -> play.settle("b1", "t1", payoutMinor, result, true));
        play.refuses(BET_ALREADY_SETTLED, () -> play.rollback("b1", "t2"));
        play.refuses(BET_ALREADY_SETTLED, () -> play.rollbackByBetId("b1", "t3"));
        play.refuses(BET_ALREADY_SETTLED, () -> play.voidBet("b1", "t4", 5L));
    }

    @Test
    void laysATombstoneThatTheLateBetMeets() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 50_000));
        int before = play.size();
        play.accepts(() -> play.rollbackByBetId("b1", "t1"));
        assertThat(play.since(before))
                .filteredOn(BetTombstoned.class::isInstance)
                .hasSize(1);
        play.refuses(ALREADY_ROLLED_BACK, () -> play.bet("b1", 10_000));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.settle("b1", "t2", 10_000));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.rollback("b1", "t3"));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.voidBet("b1", "t4", null));
        assertThat(told(play.rollbackByBetId("b1", "t1"))).isEqualTo("REPLAYED");
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 50000+0");
    }

    @Test
    void buriesABetThatWasRefused() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 100));
        play.refuses(RejectionCode.INSUFFICIENT_FUNDS, () -> play.bet("b1", 10_000));
        play.accepts(() -> play.rollbackByBetId("b1", "t1"));
        play.refuses(ALREADY_ROLLED_BACK, () -> play.bet("b1", 100));
    }

    @Test
    void buriesOnlyForProvidersAndBrandsThatExist() {
        LedgerScenario play = LedgerScenario.split();
        play.refuses(PROVIDER_NOT_FOUND, () -> play.send(unknown(play, "acme", "nobody", Scope.EVERYTHING)));
        play.refuses(BRAND_NOT_FOUND, () -> play.send(unknown(play, "other", "generic", Scope.EVERYTHING)));
        play.refuses(BET_NOT_FOUND, () -> play.send(unknown(play, "acme", "generic", new Scope("other", Set.of()))));
        play.refuses(
                BET_NOT_FOUND, () -> play.send(unknown(play, "acme", "generic", new Scope("acme", Set.of("hub88")))));
    }

    @Test
    void hidesBetsAndTombstonesFromOtherProviders() {
        LedgerScenario play = mixedBet();
        Scope foreign = new Scope("acme", Set.of("hub88"));
        play.refuses(
                BET_NOT_FOUND,
                () -> play.send(new BetCommand.RollbackBet(play.fresh(), foreign, LedgerScenario.idOf("b1"), "t1")));
        play.accepts(() -> play.rollbackByBetId("b2", "t2"));
        play.refuses(
                BET_NOT_FOUND,
                () -> play.send(new BetCommand.RollbackBet(play.fresh(), foreign, LedgerScenario.idOf("b2"), "t3")));
    }

    @Test
    void refusesARollbackThatNamesAnotherPlayerOrCurrency() {
        LedgerScenario play = mixedBet();
        play.refuses(BET_NOT_FOUND, () -> play.send(play.rollbackOf("somebody", "KRW", "b1", "t1")));
        play.refuses(CURRENCY_MISMATCH, () -> play.send(play.rollbackOf(LedgerScenario.PLAYER, "EUR", "b1", "t2")));
        play.accepts(() -> play.rollbackByBetId("b1", "t3"));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(play.rollbackOf("somebody", "KRW", "b1", "t3")));
        play.accepts(() -> play.rollbackByBetId("b9", "t4"));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(play.rollbackOf("somebody", "KRW", "b9", "t4")));
    }

    @Test
    void restoresWithoutTouchingWhatWasAttributedBefore() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 50_000));
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.settle("b1", "t1", 1_000));
        play.accepts(() -> play.bet("b2", 2_000));
        play.accepts(() -> play.voidBet("b2", "t2", null));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 1000/50000");
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 50000+0");
    }

    @Test
    void answersAMovedDuplicateOutOfItsClaim() {
        LedgerScenario play = mixedBet();
        play.accepts(() -> play.rollback("b1", "t1"));
        int before = play.size();
        assertThat(told(play.rollback("b1", "t1"))).isEqualTo("REPLAYED");
        assertThat(play.since(before)).singleElement().isInstanceOf(ClaimEvent.RequestAnswered.class);
    }

    private static RollbackBetByBetId unknown(LedgerScenario play, String brandId, String providerId, Scope scope) {
        return new RollbackBetByBetId(play.fresh(), scope, brandId, "p", "KRW", providerId, "unknown", "t9");
    }
}
