package io.carat.core.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetResult;
import io.carat.core.bucket.ActivateRequirement;
import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.decision.RejectionCode;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Attribution, completion, sweep and the low balance, in the settlement's own append (rule book §4). */
class RollingScenarioTest {

    @Test
    void sweepsWhatIsLeftOnceTheDepositIsWagered() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 100_000));
        play.accepts(() -> play.bet("b1", 100_000));
        play.accepts(() -> play.settle("b1", "t1", 92_300));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 92300+0");
        assertThat(play.rolling()).isEmpty();
    }

    @Test
    void completesAtTheLowBalanceAndNotOneAbove() {
        assertThat(afterLosing(10_000, 9_499)).isEqualTo("SPORTS_NORMAL 501+0 with SPORTS_NORMAL 9499/10000");
        assertThat(afterLosing(10_000, 9_500)).isEqualTo("WITHDRAWABLE 500+0 with ");
    }

    @Test
    void ignoresALowBalanceWhileALegIsOpen() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 5_000));
        play.accepts(() -> play.bet("b2", 4_900));
        play.accepts(() -> play.settle("b1", "t1", 0));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 100+4900");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 5000/10000");
        play.accepts(() -> play.settle("b2", "t2", 0));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 100+0");
    }

    @Test
    void testsTheLowBalanceOnlyAfterASettlement() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 400));
        play.accepts(() -> play.bet("b1", 100));
        play.accepts(() -> play.rollback("b1", "t1"));
        play.accepts(() -> play.bet("b2", 100));
        play.accepts(() -> play.voidBet("b2", "t2", null));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 400+0");
    }

    @Test
    void sweepsALatePayoutAndALateRefundOfALegThatNothingCovers() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("late-win", 1_000));
        play.accepts(() -> play.bet("late-void", 1_000));
        play.accepts(() -> play.bet("b1", 8_000));
        play.accepts(() -> play.settle("b1", "t1", 8_000));
        play.accepts(() -> play.bet("b2", 2_000));
        play.accepts(() -> play.settle("b2", "t2", 2_000));
        assertThat(play.balances()).as("held legs stay").isEqualTo("SPORTS_NORMAL 0+2000, WITHDRAWABLE 8000+0");
        int before = play.size();
        play.accepts(() -> play.settle("late-win", "t3", 3_000));
        assertThat(creditedTo(play, before))
                .as("posted to NORMAL exactly, then swept")
                .containsExactly("SPORTS_NORMAL 3000", "WITHDRAWABLE 3000");
        play.accepts(() -> play.voidBet("late-void", "t4", null));
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 12000+0");
    }

    @Test
    void keepsALatePayoutThatANewRequirementCovers() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("late", 1_000));
        play.accepts(() -> play.bet("b1", 9_000));
        play.accepts(() -> play.settle("b1", "t1", 9_000));
        play.accepts(() -> play.bet("b2", 1_000));
        play.accepts(() -> play.settle("b2", "t2", 1_000));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 5_000));
        play.accepts(() -> play.settle("late", "t3", 3_000));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 8000+0, WITHDRAWABLE 9000+0");
        assertThat(play.rolling()).as("the bet came before the new deposit").isEqualTo("SPORTS_NORMAL 0/5000");
    }

    @Test
    void attributesToTheOlderDepositFirst() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 3_000));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 4_000));
        play.accepts(() -> play.settle("b1", "t1", 4_000));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 1000/10000");
        assertThat(play.balances()).as("one still covers").isEqualTo("SPORTS_NORMAL 13000+0");
    }

    @Test
    void countsOnlyStakeOfTheRequirementsOwnBucket() {
        LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.policy("SPORTS"));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 9_000));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b1", 15_000));
        play.accepts(() -> play.settle("b1", "t1", 0, BetResult.LOSE, true));
        assertThat(play.rolling())
                .as("W counts nothing; then the empty bucket is let go")
                .isEmpty();
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 4000+0");
    }

    @Test
    void sweepsNothingOutOfWithdrawable() {
        LedgerScenario play = LedgerScenario.splitWith(SeedsForTest.policy("SPORTS"));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 9_000));
        play.accepts(() -> play.bet("b1", 1_000));
        int before = play.size();
        play.accepts(() -> play.settle("b1", "t1", 500));
        assertThat(creditedTo(play, before)).containsExactly("WITHDRAWABLE 500");
        play.accepts(() -> play.bet("b2", 1_000));
        int beforeRollback = play.size();
        play.accepts(() -> play.rollback("b2", "t2"));
        assertThat(creditedTo(play, beforeRollback)).isEmpty();
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 8500+0");
    }

    @Test
    void turnsARequirementActiveOnce() {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 1_000));
        BucketCredited credited = play.ledger().events().stream()
                .filter(BucketCredited.class::isInstance)
                .map(BucketCredited.class::cast)
                .findFirst()
                .orElseThrow();
        RequirementTerms terms = Optional.ofNullable(credited.requirement()).orElseThrow();
        ActivateRequirement activate = new ActivateRequirement(credited.bucketId(), terms.requirementId());
        int before = play.size();
        play.accepts(() -> play.send(activate));
        play.accepts(() -> play.send(activate));
        assertThat(play.since(before)).hasSize(1);
        assertThat(play.snapshot().rolling().getFirst().status()).isEqualTo(RequirementStatus.ACTIVE);
        play.refuses(
                RejectionCode.REQUIREMENT_NOT_FOUND,
                () -> play.send(new ActivateRequirement("bucket:acme:nobody", terms.requirementId())));
    }

    private static String afterLosing(long depositMinor, long stakeMinor) {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", depositMinor));
        play.accepts(() -> play.bet("b1", stakeMinor));
        play.accepts(() -> play.settle("b1", "t1", 0));
        return play.balances() + " with " + play.rolling();
    }

    private static List<String> creditedTo(LedgerScenario play, int since) {
        return play.since(since).stream()
                .filter(BucketCredited.class::isInstance)
                .map(BucketCredited.class::cast)
                .map(credited -> credited.bucketId().replaceAll(".*:", "") + " "
                        + credited.posting().amountMinor())
                .toList();
    }
}
