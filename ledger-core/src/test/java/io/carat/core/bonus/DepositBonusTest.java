package io.carat.core.bonus;

import static io.carat.core.decision.RejectionCode.CURRENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.DEPOSIT_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.ROLLING_TARGET_INELIGIBLE;
import static io.carat.core.decision.RejectionCode.TOPOLOGY_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.BucketEvent.RequirementImposed;
import io.carat.core.money.Money;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deposit that is wagered together with its bonus (rule book §3, §4). */
class DepositBonusTest {

    private static final Instant END = Instant.parse("2026-01-31T13:00:00Z");

    private final LedgerScenario play = LedgerScenario.split();

    /** A deposit of 10000 and a bonus of 4000 on it at 100 %: 14000 to be wagered. */
    private String granted() {
        play.accepts(() -> play.deposit("CASINO_NORMAL", 10_000, "pay"));
        GrantBonus grant = play.grantOn("pay", "CASINO_BONUS", 4_000, 10_000, END);
        play.accepts(() -> play.send(grant));
        return grant.bonusId();
    }

    private void bet(String id, long stakeMinor) {
        play.accepts(() -> play.bet(id, "slots-1", stakeMinor, null));
    }

    private void settle(String id, long payoutMinor) {
        play.accepts(() -> play.settle(id, "t-" + id, payoutMinor));
    }

    @ParameterizedTest(name = "under {0}")
    @CsvSource({"RUBY_SPLIT_V1, CASINO", "RUBY_UNIFIED_V1, COMMON"})
    void isWageredFromBothBuckets(String code, String prefix) {
        LedgerScenario on = LedgerScenario.under(
                code.equals("RUBY_SPLIT_V1") ? SeedsForTest.split() : SeedsForTest.unified(),
                SeedsForTest.policy("SPORTS"),
                SeedsForTest.policy("CASINO"));
        on.accepts(() -> on.deposit(prefix + "_NORMAL", 10_000, "pay"));
        on.accepts(() -> on.send(on.grantOn("pay", prefix + "_BONUS", 4_000, 10_000, null)));
        assertThat(on.rolling()).isEqualTo(prefix + "_NORMAL 0/10000, " + prefix + "_BONUS 0/14000");
        on.accepts(() -> on.bet("b1", "slots-1", 6_000, null));
        on.accepts(() -> on.settle("b1", "t1", 6_000));
        assertThat(on.rolling()).isEqualTo(prefix + "_NORMAL 0/10000, " + prefix + "_BONUS 6000/14000");
        assertThat(on.balances()).isEqualTo(prefix + "_NORMAL 10000+0, " + prefix + "_BONUS 4000+0");
        on.accepts(() -> on.bet("b2", "slots-1", 8_000, null));
        on.accepts(() -> on.settle("b2", "t2", 10_000));
        assertThat(on.rolling()).isEmpty();
        assertThat(on.balances()).isEqualTo("WITHDRAWABLE 16000+0");
    }

    @Test
    void resumesTheDepositsOwnRequirementWithItsNormalStake() {
        play.accepts(() -> play.deposit("CASINO_NORMAL", 10_000, "pay"));
        bet("before", 1_500);
        settle("before", 1_500);
        GrantBonus grant = play.grantOn("pay", "CASINO_BONUS", 4_000, 10_000, null);
        play.accepts(() -> play.send(grant));
        bet("b1", 6_000); // 4000 of BONUS, 2000 of NORMAL
        settle("b1", 6_000);
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 1500/10000, CASINO_BONUS 6000/14000");
        play.accepts(() -> play.cancel(grant.bonusId()));
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 3500/10000");
        assertThat(play.balances()).isEqualTo("CASINO_NORMAL 10000+0");
        play.accepts(() -> play.voidBet("b1", "v1", null));
        assertThat(play.rolling()).as("its NORMAL part is taken back").isEqualTo("CASINO_NORMAL 1500/10000");
        play.accepts(() -> play.voidBet("before", "v2", null));
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/10000");
    }

    @Test
    void countsAnOpenNormalLegToTheDepositOnceTheBonusIsForfeited() {
        String id = granted();
        bet("b1", 6_000);
        play.accepts(() -> play.cancel(id));
        assertThat(play.balances()).isEqualTo("CASINO_NORMAL 8000+2000, CASINO_BONUS 0+4000");
        settle("b1", 12_000);
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 2000/10000");
        assertThat(play.balances()).as("HOUSE keeps what BONUS won").isEqualTo("CASINO_NORMAL 12000+0");
    }

    @Test
    void expiresInTheMiddleOfABet() {
        granted();
        bet("b1", 6_000);
        play.ledger().passTime(Duration.ofHours(1));
        settle("b1", 12_000);
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 2000/10000");
        assertThat(play.balances()).isEqualTo("CASINO_NORMAL 12000+0");
    }

    @Test
    void completesTheDepositWhenItsNormalStakeWasEnough() {
        play.accepts(() -> play.deposit("CASINO_NORMAL", 10_000, "pay"));
        GrantBonus grant = play.grantOn("pay", "CASINO_BONUS", 4_000, 100_000, END);
        play.accepts(() -> play.send(grant));
        bet("b1", 14_000);
        settle("b1", 14_000);
        bet("b2", 6_000);
        settle("b2", 6_000);
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/10000, CASINO_BONUS 20000/140000");
        play.ledger().passTime(Duration.ofHours(1));
        bet("next", 9_000);
        assertThat(play.rolling())
                .as("12000 of 10000: swept before the bet is funded")
                .isEmpty();
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 1000+9000");
        int before = play.size();
        play.accepts(() -> play.voidBet("b2", "v1", null));
        assertThat(play.since(before))
                .as("2000 of it was more than required")
                .noneMatch(RequirementImposed.class::isInstance);
        play.accepts(() -> play.voidBet("b1", "v2", null));
        assertThat(play.rolling()).as("the rest was released").isEqualTo("CASINO_NORMAL 0/10000");
        assertThat(play.since(before)).anyMatch(RequirementImposed.class::isInstance);
    }

    @Test
    void asksForNothingOfWhatOnlyCountedToTheSuspendedRequirement() {
        play.accepts(() -> play.deposit("CASINO_NORMAL", 10_000, "pay"));
        bet("before", 1_500);
        settle("before", 1_500);
        play.accepts(() -> play.send(play.grantOn("pay", "CASINO_BONUS", 4_000, 10_000, null)));
        bet("b1", 14_000);
        settle("b1", 14_000);
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 14000+0");
        play.accepts(() -> play.voidBet("before", "v1", null));
        assertThat(play.rolling()).isEmpty();
        play.accepts(() -> play.voidBet("b1", "v2", null));
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/14000");
    }

    @Test
    void givesBackWhatCountedWhileTheBonusRuns() {
        granted();
        bet("b1", 6_000);
        settle("b1", 6_000);
        play.accepts(() -> play.voidBet("b1", "v1", null));
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/10000, CASINO_BONUS 0/14000");
        assertThat(play.balances()).isEqualTo("CASINO_NORMAL 10000+0, CASINO_BONUS 4000+0");
    }

    @Test
    void usesBonusStakeFirstWhereOnlyAPartIsNeeded() {
        play.accepts(() -> play.deposit("CASINO_NORMAL", 10_000, "pay"));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 9_000, "other"));
        play.accepts(() -> play.send(play.grantOn("pay", "CASINO_BONUS", 4_000, 5_000, null)));
        // suspended: 10000 of "pay"; before it in line: 9000 of "other"; then 7000 of deposit and bonus
        bet("b1", 12_000); // 4000 BONUS, 8000 NORMAL: 8000 NORMAL to "other", 4000 BONUS to the bonus
        settle("b1", 12_000);
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/10000, CASINO_NORMAL 8000/9000, CASINO_BONUS 4000/7000");
        bet("b2", 8_000); // 4000 and 4000: 1000 NORMAL ends "other"; 3000 BONUS ends the bonus
        settle("b2", 0);
        assertThat(play.rolling()).isEmpty();
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 15000+0");
    }

    @Test
    void isLowOnlyWhenBothBucketsAre() {
        String id = granted();
        bet("b1", 4_000);
        settle("b1", 0);
        assertThat(play.bonusOf(id).status()).isEqualTo(BonusStatus.ACTIVE);
        assertThat(play.balances()).isEqualTo("CASINO_NORMAL 10000+0");
        bet("b2", 9_600);
        settle("b2", 0);
        assertThat(play.bonusOf(id).status()).isEqualTo(BonusStatus.LOW_BALANCE);
        assertThat(play.rolling()).isEmpty();
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 400+0");
    }

    @Test
    void isNotLowWhileTheOtherBucketHoldsALeg() {
        String id = granted();
        bet("open", 4_000);
        bet("b1", 9_700);
        settle("b1", 0);
        assertThat(play.bonusOf(id).status()).isEqualTo(BonusStatus.ACTIVE);
        settle("open", 0);
        assertThat(play.bonusOf(id).status()).isEqualTo(BonusStatus.LOW_BALANCE);
        assertThat(play.balances()).isEqualTo("WITHDRAWABLE 300+0");
    }

    @Test
    void countsABetFromBeforeTheBonusToNothing() {
        play.accepts(() -> play.deposit("CASINO_NORMAL", 10_000, "pay"));
        bet("before", 9_900);
        play.accepts(() -> play.send(play.grantOn("pay", "CASINO_BONUS", 4_000, 10_000, null)));
        settle("before", 0);
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/10000, CASINO_BONUS 0/14000");
        assertThat(play.balances()).as("not low either").isEqualTo("CASINO_NORMAL 100+0, CASINO_BONUS 4000+0");
    }

    @Test
    void suspendsTheDepositOnlyWhenAWaitingBonusIsFunded() {
        play.accepts(() -> play.deposit("CASINO_NORMAL", 10_000, "pay"));
        String first = play.grant("CASINO_BONUS", 1_000, null);
        play.accepts(() -> play.send(play.grantOn("pay", "CASINO_BONUS", 4_000, 10_000, null)));
        assertThat(play.snapshot().rolling()).allMatch(open -> open.suspendedBy() == null);
        play.accepts(() -> play.cancel(first));
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/10000, CASINO_BONUS 0/14000");
        assertThat(play.snapshot().rolling()).anyMatch(open -> open.suspendedBy() != null);
    }

    @Test
    void runsAloneWhenItsDepositWasWageredMeanwhile() {
        play.accepts(() -> play.deposit("CASINO_NORMAL", 10_000, "pay"));
        String first = play.grant("CASINO_BONUS", 1_000, null);
        play.accepts(() -> play.send(play.grantOn("pay", "CASINO_BONUS", 4_000, 10_000, null)));
        bet("b1", 11_000);
        settle("b1", 11_000);
        play.accepts(() -> play.cancel(first));
        assertThat(play.rolling()).isEqualTo("CASINO_BONUS 0/4000");
        bet("b2", 4_000);
        settle("b2", 4_000);
        assertThat(play.rolling()).isEmpty();
    }

    @Test
    void refusesDepositsThatCannotBeWageredWithIt() {
        play.refuses(DEPOSIT_NOT_FOUND, () -> play.send(play.grantOn("none", "CASINO_BONUS", 1_000, 10_000, null)));
        play.accepts(() -> play.deposit("CASINO_NORMAL", 10_000, "pay"));
        play.refuses(TOPOLOGY_MISMATCH, () -> play.send(play.grantOn("pay", "SPORTS_BONUS", 1_000, 10_000, null)));
        GrantBonus grant = play.grantOn("pay", "CASINO_BONUS", 1_000, 10_000, null);
        play.refuses(
                CURRENCY_MISMATCH,
                () -> play.send(new GrantBonus(
                        play.fresh(),
                        grant.brandId(),
                        grant.playerId(),
                        grant.bucket(),
                        new Money(1_000, "EUR"),
                        null,
                        null,
                        null,
                        grant.depositId())));
        play.refuses(
                DEPOSIT_NOT_FOUND,
                () -> play.send(new GrantBonus(
                        play.fresh(),
                        grant.brandId(),
                        "somebody-else",
                        grant.bucket(),
                        grant.amount(),
                        null,
                        null,
                        null,
                        grant.depositId())));
        play.accepts(() -> play.send(grant));
        play.refuses(
                ROLLING_TARGET_INELIGIBLE, () -> play.send(play.grantOn("pay", "CASINO_BONUS", 1_000, 10_000, null)));
    }

    @Test
    void refusesADepositThatIsWagered() {
        play.accepts(() -> play.deposit("CASINO_NORMAL", 1_000, "pay"));
        bet("b1", 1_000);
        settle("b1", 1_000);
        play.refuses(
                ROLLING_TARGET_INELIGIBLE, () -> play.send(play.grantOn("pay", "CASINO_BONUS", 1_000, 10_000, null)));
    }

    @Test
    void startsAgainOnADepositWhoseFirstBonusWasForfeited() {
        String id = granted();
        play.accepts(() -> play.cancel(id));
        play.accepts(() -> play.send(play.grantOn("pay", "CASINO_BONUS", 2_000, 10_000, null)));
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/10000, CASINO_BONUS 0/12000");
    }

    @Test
    void loadsTheBonusForABetOfNormalMoneyAlone() {
        String id = granted();
        bet("all bonus", 4_000);
        bet("normal", 5_000);
        settle("normal", 5_000);
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 0/10000, CASINO_BONUS 5000/14000");
        play.accepts(() -> play.cancel(id));
        assertThat(play.rolling()).isEqualTo("CASINO_NORMAL 5000/10000");
    }

    @Test
    void keepsItsDepositFromMovingAway() {
        String id = granted();
        play.refuses(ROLLING_TARGET_INELIGIBLE, () -> play.transfer("CASINO_NORMAL", "SPORTS_NORMAL", 1_000));
        play.accepts(() -> play.cancel(id));
        play.accepts(() -> play.transfer("CASINO_NORMAL", "SPORTS_NORMAL", 1_000));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/1000, CASINO_NORMAL 0/9000");
        play.refuses(
                ROLLING_TARGET_INELIGIBLE, () -> play.send(play.grantOn("pay", "CASINO_BONUS", 1_000, 10_000, null)));
    }
}
