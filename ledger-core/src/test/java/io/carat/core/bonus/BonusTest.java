package io.carat.core.bonus;

import static io.carat.core.decision.RejectionCode.AMOUNT_INVALID;
import static io.carat.core.decision.RejectionCode.TOPOLOGY_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.BucketEvent.BonusEnded;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.bucket.CompletionReason;
import io.carat.core.decision.Outcome;
import io.carat.core.money.Money;
import io.carat.core.policy.RollingTerms;
import io.carat.core.rolling.RequirementStatus;
import io.carat.core.testing.LedgerScenario;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Bonuses from the grant to the conversion, through the real handlers (rule book §3, §4). */
class BonusTest {

    /** A bonus of 10000 at 100 % with a cap, wholly staked on slots; 'late' holds 2000 of it, 'b1' the rest. */
    private static LedgerScenario staked(long capMinor) {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.bonus("CASINO_BONUS", 10_000, 10_000, capMinor));
        play.accepts(() -> play.bet("late", "slots-1", 2_000, null));
        play.accepts(() -> play.bet("b1", "slots-1", 8_000, null));
        return play;
    }

    /** The same with the requirement fulfilled by 'b1' and 'b2' while 'late' is still open. */
    private static LedgerScenario endedWithAnOpenLeg(long capMinor) {
        LedgerScenario play = staked(capMinor);
        play.accepts(() -> play.settle("b1", "t1", 12_000));
        play.accepts(() -> play.bet("b2", "slots-1", 2_000, null));
        play.accepts(() -> play.settle("b2", "t2", 0));
        return play;
    }

    @Test
    void grantsTogetherWithItsRequirement() {
        LedgerScenario play = LedgerScenario.split();
        BonusAnswer answer = answer(play.bonus("SPORTS_BONUS", 2_500));
        assertThat(answer.status()).isEqualTo("ACTIVE");
        assertThat(answer.requirement().required()).isEqualTo(25_000);
        assertThat(play.balances()).isEqualTo("SPORTS_BONUS 2500+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_BONUS 0/25000");
    }

    @Test
    void convertsUpToItsCapAndLeavesTheExcessToTheHouse() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.bonus("CASINO_BONUS", 100_000, 10_000, 170_000L));
        play.accepts(() -> play.bet("b1", "slots-1", 100_000, null));
        int before = play.size();
        play.accepts(() -> play.settle("b1", "t1", 210_000));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 170000+0");
        assertThat(movements(play, before))
                .contains("CONVERSION 170000", "BONUS_EXCESS 40000")
                .doesNotContain("SWEEP");
    }

    @Test
    void convertsEverythingWithoutACap() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.bonus("CASINO_BONUS", 100_000, 10_000, null));
        play.accepts(() -> play.bet("b1", "slots-1", 100_000, null));
        play.accepts(() -> play.settle("b1", "t1", 210_000));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 210000+0");
    }

    @Test
    void convertsABonusThatOwesNothingAtTheGrant() {
        LedgerScenario play = LedgerScenario.split();
        BonusAnswer answer = answer(play.bonus("CASINO_BONUS", 5_000, 0, 3_000L));
        assertThat(answer.status()).isEqualTo("COMPLETED");
        assertThat(answer.requirement().status()).isEqualTo(RequirementStatus.COMPLETED);
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 3000+0");
        play.accepts(() -> play.bonus("CASINO_BONUS", 5_000));
    }

    @Test
    void leavesTheResidueOfALowBalanceToTheHouse() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.bonus("CASINO_BONUS", 10_000));
        play.accepts(() -> play.bet("b1", "slots-1", 9_499, null));
        play.accepts(() -> play.settle("b1", "t1", 0));
        assertThat(play.balances()).isEqualTo("CASINO_BONUS 501+0");
        play.accepts(() -> play.bet("b2", "slots-1", 1, null));
        int before = play.size();
        play.accepts(() -> play.settle("b2", "t2", 0));
        assertThat(play.balances()).isEmpty();
        assertThat(movements(play, before)).contains("LOW_BALANCE_RESIDUE 500");
        assertThat(play.since(before))
                .filteredOn(BonusEnded.class::isInstance)
                .singleElement()
                .matches(ended -> ((BonusEnded) ended).reason() == CompletionReason.LOW_BALANCE);
    }

    @Test
    void countsByProductAndOdds() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.bonus("CASINO_BONUS", 10_000));
        play.accepts(() -> play.bet("b1", "live-1", 1_000, null));
        play.accepts(() -> play.settle("b1", "t1", 1_000));
        assertThat(play.rolling()).as("live counts 10 %").isEqualTo("CASINO_BONUS 100/100000");
        play.accepts(() -> play.bonus("SPORTS_BONUS", 10_000));
        play.accepts(() -> play.bet("b2", "sports-1", 1_000, 1_499));
        play.accepts(() -> play.settle("b2", "t2", 1_000));
        play.accepts(() -> play.bet("b3", "sports-1", 1_000, 1_500));
        play.accepts(() -> play.settle("b3", "t3", 1_000));
        assertThat(play.rolling()).isEqualTo("SPORTS_BONUS 1000/100000, CASINO_BONUS 100/100000");
    }

    @Test
    void refusesBucketsAmountsCapsAndMultipliersThatAreNone() {
        LedgerScenario play = LedgerScenario.split();
        for (String bucket : List.of("SPORTS_NORMAL", "WITHDRAWABLE", "POINTS", "COMMON_BONUS")) {
            play.refuses(TOPOLOGY_MISMATCH, () -> play.bonus(bucket, 100));
        }
        play.refuses(AMOUNT_INVALID, () -> play.bonus("SPORTS_BONUS", 0));
        play.refuses(AMOUNT_INVALID, () -> play.bonus("SPORTS_BONUS", 100, null, -1L));
        play.refuses(AMOUNT_INVALID, () -> play.bonus("SPORTS_BONUS", 100, -1, null));
        play.refuses(AMOUNT_INVALID, () -> play.bonus("SPORTS_BONUS", 100, RollingTerms.MAX_MULTIPLIER_BPS + 1, null));
        play.accepts(() ->
                play.bonus("SPORTS_BONUS", Money.MAX_REQUEST_MINOR, RollingTerms.MAX_MULTIPLIER_BPS, Long.MAX_VALUE));
    }

    @Test
    void paysALateWinWithinTheRemainingCap() {
        LedgerScenario play = endedWithAnOpenLeg(11_000);
        assertThat(play.balances()).isEqualTo("CASINO_BONUS 0+2000, WITHDRAWABLE 10000+0");
        play.accepts(() -> play.settle("late", "t3", 5_000));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 11000+0");
    }

    @Test
    void paysNothingLateBeyondTheCap() {
        LedgerScenario play = endedWithAnOpenLeg(9_000);
        assertThat(play.balances()).isEqualTo("CASINO_BONUS 0+2000, WITHDRAWABLE 9000+0");
        play.accepts(() -> play.settle("late", "t3", 5_000));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 9000+0");
    }

    @Test
    void restoresALateRefundFirstAndThenConvertsIt() {
        LedgerScenario play = endedWithAnOpenLeg(11_000);
        int before = play.size();
        play.accepts(() -> play.rollback("late", "t3"));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 11000+0");
        assertThat(movements(play, before))
                .isEqualTo("STAKE_REFUND 2000, CONVERSION 1000, CONVERSION 1000, BONUS_EXCESS 1000");
    }

    @Test
    void sharesTheRemainingCapAmongAllLateMoney() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.bonus("CASINO_BONUS", 10_000, 5_000, 6_500L));
        play.accepts(() -> play.bet("late-1", "slots-1", 1_000, null));
        play.accepts(() -> play.bet("late-2", "slots-1", 1_000, null));
        play.accepts(() -> play.bet("b1", "slots-1", 5_000, null));
        play.accepts(() -> play.settle("b1", "t1", 2_500));
        assertThat(play.balances()).isEqualTo("CASINO_BONUS 0+2000, WITHDRAWABLE 5500+0");
        play.accepts(() -> play.voidBet("late-1", "t2", 400L));
        play.accepts(() -> play.settle("late-1", "t3", 400));
        play.accepts(() -> play.rollback("late-2", "t4"));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 6500+0");
    }

    @Test
    void leavesTheNextBonusAloneWhenMoneyOfTheLastComesLate() {
        LedgerScenario play = endedWithAnOpenLeg(11_000);
        play.accepts(() -> play.bonus("CASINO_BONUS", 7_000));
        play.accepts(() -> play.rollback("late", "t3"));
        assertThat(play.balances()).isEqualTo("CASINO_BONUS 7000+0, WITHDRAWABLE 11000+0");
        assertThat(play.rolling()).isEqualTo("CASINO_BONUS 0/70000");
    }

    private static String movements(LedgerScenario play, int since) {
        return play.since(since).stream()
                .filter(Posted.class::isInstance)
                .map(event -> ((Posted) event).posting())
                .map(posting -> posting.reason() + " " + posting.amountMinor())
                .collect(Collectors.joining(", "));
    }

    private static BonusAnswer answer(Outcome outcome) {
        return (BonusAnswer) ((Outcome.Done) outcome).answer();
    }
}
