package io.carat.core.bet;

import static io.carat.core.decision.RejectionCode.COUPON_CONSUMED;
import static io.carat.core.decision.RejectionCode.COUPON_EXPIRED;
import static io.carat.core.decision.RejectionCode.COUPON_MIX_NOT_ALLOWED;
import static io.carat.core.decision.RejectionCode.COUPON_NOT_FOUND;
import static io.carat.core.decision.RejectionCode.COUPON_PARTIAL_NOT_ALLOWED;
import static io.carat.core.decision.RejectionCode.COUPON_RESERVED;
import static io.carat.core.decision.RejectionCode.COUPON_REVOKED;
import static io.carat.core.testing.LedgerScenario.grantId;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.coupon.CouponCommand.ExpireCoupon;
import io.carat.core.coupon.CouponCommand.RevokeCoupon;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Scope;
import io.carat.core.policy.FundingMode;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.SeedsForTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bets that a coupon funds: how it is reserved, consumed and given back, and what its leg is paid (rule book §5). */
class CouponBetTest {

    private static final String GRANT = grantId("C", "t1");

    private LedgerScenario play = LedgerScenario.split();

    /** 7000 of NORMAL, which owe more than this test wagers, and a coupon of 3000. */
    private void funded(CouponTarget target, boolean stakeReturned, boolean partialUse) {
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 70_000));
        play.accepts(() -> play.campaign("C", target, 3_000, stakeReturned, partialUse));
        play.accepts(() -> play.coupon("C", "t1"));
    }

    private void has(String amounts, String balances) {
        assertThat(play.amounts(GRANT)).isEqualTo(amounts);
        assertThat(play.balances()).isEqualTo(balances);
    }

    private void revoke() {
        play.accepts(
                () -> play.send(new RevokeCoupon(play.fresh(), Scope.EVERYTHING, GRANT, new AuditNote("ann", "why"))));
    }

    private void expire() {
        play.ledger().passTime(Duration.ofDays(365));
        play.accepts(() -> play.send(new ExpireCoupon(GRANT)));
    }

    @AfterEach
    void theBooksHold() {
        new LedgerAudit().follow(play.ledger().events());
    }

    @ParameterizedTest(name = "stake returned {0}, gross {1}: coupon {2}, NORMAL {3}")
    @CsvSource({
        "false, 25000, 4500, 17500",
        "true, 25000, 7500, 17500",
        "false, 10000, 0, 7000",
        "false, 5000, 0, 3500",
        "true, 5000, 1500, 3500",
        "false, 10001, 0, 7001",
        "false, 10004, 1, 7003"
    })
    void paysTheCouponsShareLessItsStake(boolean stakeReturned, long gross, long coupon, long normal) {
        funded(CouponTarget.WITHDRAWABLE, stakeReturned, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        has("RESERVED 0/3000/0/0/0", "SPORTS_NORMAL 63000+7000");
        play.accepts(() -> play.settle("b1", "s1", gross));
        String won = coupon == 0 ? "" : ", WITHDRAWABLE " + coupon + "+0";
        has("CONSUMED 0/0/3000/0/0", "SPORTS_NORMAL " + (63_000 + normal) + "+0" + won);
    }

    @Test
    void reservesACouponForOneBetOnly() {
        funded(CouponTarget.NORMAL, false, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        AuthorizeBet first = (AuthorizeBet) play.lastSent();
        play.refuses(COUPON_RESERVED, () -> play.betWith(GRANT, "b2", 10_000));
        assertThat(LedgerScenario.told(play.send(first))).isEqualTo("REPLAYED");
        play.accepts(() -> play.settle("b1", "s1", 0));
        assertThat(LedgerScenario.told(play.send(first))).isEqualTo("REPLAYED");
        play.refuses(COUPON_CONSUMED, () -> play.betWith(GRANT, "b3", 10_000));
        play.refuses(COUPON_NOT_FOUND, () -> play.betWith("acme.bet.1", "b4", 10_000));
        play.refuses(COUPON_NOT_FOUND, () -> play.betWith(grantId("C", "t9"), "b5", 10_000));
    }

    @Test
    void usesACouponOnlyWhenItIsNamed() {
        funded(CouponTarget.NORMAL, false, false);
        play.accepts(() -> play.bet("b1", 10_000));
        has("ACTIVE 3000/0/0/0/0", "SPORTS_NORMAL 60000+10000");
    }

    @Test
    void usesAOneShotCouponAsAWhole() {
        funded(CouponTarget.NORMAL, false, false);
        play.refuses(COUPON_PARTIAL_NOT_ALLOWED, () -> play.betWith(GRANT, "b1", 2_999));
        play.accepts(() -> play.betWith(GRANT, "b2", 3_000));
        has("RESERVED 0/3000/0/0/0", "SPORTS_NORMAL 70000+0");
    }

    @Test
    void mixesNoCouponWhereOneSourceGivesAll() {
        play = LedgerScenario.splitWith(SeedsForTest.with(SeedsForTest.policy("SPORTS"), FundingMode.EXCLUSIVE));
        funded(CouponTarget.NORMAL, false, true);
        play.refuses(COUPON_MIX_NOT_ALLOWED, () -> play.betWith(GRANT, "b1", 3_001));
        play.accepts(() -> play.betWith(GRANT, "b2", 2_000));
        has("RESERVED 1000/2000/0/0/0", "SPORTS_NORMAL 70000+0");
    }

    @Test
    void usesAPartialCouponInParts() {
        funded(CouponTarget.WITHDRAWABLE, false, true);
        play.accepts(() -> play.betWith(GRANT, "b1", 1_000));
        play.refuses(COUPON_RESERVED, () -> play.betWith(GRANT, "b2", 500));
        play.accepts(() -> play.settle("b1", "s1", 3_000));
        has("PARTIALLY_USED 2000/0/1000/0/0", "SPORTS_NORMAL 70000+0, WITHDRAWABLE 2000+0");
        play.accepts(() -> play.betWith(GRANT, "b3", 5_000));
        play.accepts(() -> play.rollback("b3", "r1"));
        has("PARTIALLY_USED 2000/0/1000/0/0", "SPORTS_NORMAL 70000+0, WITHDRAWABLE 2000+0");
        play.accepts(() -> play.betWith(GRANT, "b4", 2_000));
        play.accepts(() -> play.settle("b4", "s4", 0));
        has("CONSUMED 0/0/3000/0/0", "SPORTS_NORMAL 70000+0, WITHDRAWABLE 2000+0");
        play.accepts(() -> play.voidBet("b1", "v1", null));
        has("PARTIALLY_USED 1000/0/2000/0/0", "SPORTS_NORMAL 70000+0");
    }

    @Test
    void givesACouponBackWithItsBet() {
        funded(CouponTarget.NORMAL, false, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        play.accepts(() -> play.rollback("b1", "r1"));
        has("ACTIVE 3000/0/0/0/0", "SPORTS_NORMAL 70000+0");
        play.accepts(() -> play.betWith(GRANT, "b2", 10_000));
        play.accepts(() -> play.voidBet("b2", "v2", null));
        has("ACTIVE 3000/0/0/0/0", "SPORTS_NORMAL 70000+0");
        play.accepts(() -> play.betWith(GRANT, "b3", 10_000));
        play.accepts(() -> play.settle("b3", "s3", 10_000, BetResult.PUSH, true));
        has("ACTIVE 3000/0/0/0/0", "SPORTS_NORMAL 70000+0");
    }

    @Test
    void countsAPartialRefundOfAOneShotAsUsed() {
        funded(CouponTarget.NORMAL, false, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        play.accepts(() -> play.voidBet("b1", "v1", 5_000L));
        has("RESERVED 0/1500/1500/0/0", "SPORTS_NORMAL 66500+3500");
        play.accepts(() -> play.voidBet("b1", "v2", null));
        has("CONSUMED 0/0/3000/0/0", "SPORTS_NORMAL 70000+0");
    }

    @Test
    void givesAPartOfAPartialCouponBack() {
        funded(CouponTarget.WITHDRAWABLE, false, true);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        play.accepts(() -> play.voidBet("b1", "v1", 5_000L));
        has("RESERVED 1500/1500/0/0/0", "SPORTS_NORMAL 66500+3500");
        // half the stake plays on: half the coupon's stake is deducted
        play.accepts(() -> play.settle("b1", "s1", 12_500));
        has("PARTIALLY_USED 1500/0/1500/0/0", "SPORTS_NORMAL 75250+0, WITHDRAWABLE 2250+0");
    }

    @Test
    void deductsTheCouponsStakeOncePerBet() {
        funded(CouponTarget.WITHDRAWABLE, false, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        play.accepts(() -> play.settle("b1", "s1", 8_000, BetResult.WIN, false)); // 2400 of 3000 deducted
        has("RESERVED 0/3000/0/0/0", "SPORTS_NORMAL 68600+7000");
        play.accepts(() -> play.settle("b1", "s2", 10_000, BetResult.WIN, false)); // the other 600
        has("RESERVED 0/3000/0/0/0", "SPORTS_NORMAL 75600+7000, WITHDRAWABLE 2400+0");
        play.accepts(() -> play.settle("b1", "s3", 10_000));
        has("CONSUMED 0/0/3000/0/0", "SPORTS_NORMAL 82600+0, WITHDRAWABLE 5400+0");
    }

    @Test
    void deductsFromACashOutItsClosedPart() {
        funded(CouponTarget.WITHDRAWABLE, false, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        play.accepts(() -> play.cashOut("b1", "c1", 4_000, 8_000)); // closed 1200, share 2400
        has("RESERVED 0/1800/1200/0/0", "SPORTS_NORMAL 68600+4200, WITHDRAWABLE 1200+0");
        play.accepts(() -> play.settle("b1", "s1", 12_000)); // share 3600, less 1800
        has("CONSUMED 0/0/3000/0/0", "SPORTS_NORMAL 77000+0, WITHDRAWABLE 3000+0");
    }

    @Test
    void keepsACashOutWhenTheRestIsVoid() {
        funded(CouponTarget.WITHDRAWABLE, false, true);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        play.accepts(() -> play.cashOut("b1", "c1", 4_000, 8_000));
        play.accepts(() -> play.voidBet("b1", "v1", null));
        has("PARTIALLY_USED 1800/0/1200/0/0", "SPORTS_NORMAL 72800+0, WITHDRAWABLE 1200+0");
    }

    @ParameterizedTest(name = "{0} while reserved, then {1}: {2}")
    @CsvSource({
        "expired, win, CONSUMED 0/0/3000/0/0, 'SPORTS_NORMAL 80500+0, WITHDRAWABLE 4500+0'",
        "expired, void, EXPIRED 0/0/0/3000/0, SPORTS_NORMAL 70000+0",
        "expired, rollback, EXPIRED 0/0/0/3000/0, SPORTS_NORMAL 70000+0",
        "revoked, win, CONSUMED 0/0/3000/0/0, 'SPORTS_NORMAL 80500+0, WITHDRAWABLE 4500+0'",
        "revoked, void, REVOKED 0/0/0/0/3000, SPORTS_NORMAL 70000+0",
        "revoked, rollback, REVOKED 0/0/0/0/3000, SPORTS_NORMAL 70000+0",
        "expired, win and void, EXPIRED 0/0/0/3000/0, SPORTS_NORMAL 70000+0",
        "revoked, win and void, REVOKED 0/0/0/0/3000, SPORTS_NORMAL 70000+0"
    })
    void letsTheBetDecideWhatBecomesOfACouponThatEnds(String how, String then, String amounts, String balances) {
        funded(CouponTarget.WITHDRAWABLE, false, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        if (how.equals("expired")) {
            expire();
        } else {
            revoke();
        }
        assertThat(play.amounts(GRANT)).isEqualTo("RESERVED 0/3000/0/0/0");
        play.refuses(how.equals("expired") ? COUPON_EXPIRED : COUPON_REVOKED, () -> play.betWith(GRANT, "b2", 10_000));
        if (then.startsWith("win")) {
            play.accepts(() -> play.settle("b1", "s1", 25_000));
        }
        if (then.endsWith("void")) {
            play.accepts(() -> play.voidBet("b1", "v1", null));
        }
        if (then.equals("rollback")) {
            play.accepts(() -> play.rollback("b1", "r1"));
        }
        has(amounts, balances);
    }

    @Test
    void takesWhatRemainsOfAPartialCouponAtOnce() {
        funded(CouponTarget.WITHDRAWABLE, false, true);
        play.accepts(() -> play.betWith(GRANT, "b1", 1_000));
        revoke();
        has("RESERVED 0/1000/0/0/2000", "SPORTS_NORMAL 70000+0");
        play.accepts(() -> play.settle("b1", "s1", 0));
        has("REVOKED 0/0/1000/0/2000", "SPORTS_NORMAL 70000+0");
    }

    @Test
    void restoresACouponWhenItsSettledBetIsVoid() {
        funded(CouponTarget.NORMAL, false, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        play.accepts(() -> play.settle("b1", "s1", 25_000));
        has("CONSUMED 0/0/3000/0/0", "SPORTS_NORMAL 85000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 7000/70000, SPORTS_NORMAL 0/4500");
        play.accepts(() -> play.voidBet("b1", "v1", null));
        has("ACTIVE 3000/0/0/0/0", "SPORTS_NORMAL 70000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/70000");
        play.accepts(() -> play.betWith(GRANT, "b2", 10_000));
    }

    @ParameterizedTest(name = "{0}: {1} corrected to {2}")
    @CsvSource({
        "WITHDRAWABLE, 25000, 0, SPORTS_NORMAL 63000+0, SPORTS_NORMAL 7000/70000",
        "WITHDRAWABLE, 25000, 15000, 'SPORTS_NORMAL 73500+0, WITHDRAWABLE 1500+0', SPORTS_NORMAL 7000/70000",
        "WITHDRAWABLE, 8000, 25000, 'SPORTS_NORMAL 80500+0, WITHDRAWABLE 4500+0', SPORTS_NORMAL 7000/70000",
        "NORMAL, 25000, 0, SPORTS_NORMAL 63000+0, SPORTS_NORMAL 7000/70000",
        "NORMAL, 25000, 15000, SPORTS_NORMAL 75000+0, 'SPORTS_NORMAL 7000/70000, SPORTS_NORMAL 0/1500'",
        "NORMAL, 8000, 25000, SPORTS_NORMAL 85000+0, 'SPORTS_NORMAL 7000/70000, SPORTS_NORMAL 0/4500'",
        "BONUS, 25000, 15000, 'SPORTS_NORMAL 73500+0, SPORTS_BONUS 1500+0', 'SPORTS_NORMAL 7000/70000, SPORTS_BONUS"
                + " 0/15000'",
        "BONUS, 8000, 25000, 'SPORTS_NORMAL 80500+0, SPORTS_BONUS 4500+0', 'SPORTS_NORMAL 7000/70000, SPORTS_BONUS"
                + " 0/45000'",
        "BONUS, 25000, 0, SPORTS_NORMAL 63000+0, SPORTS_NORMAL 7000/70000"
    })
    void reversesExactlyWhatTheCouponsLegWasPaid(
            CouponTarget target, long first, long instead, String balances, String rolling) {
        funded(target, false, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        play.accepts(() -> play.settle("b1", "s1", first));
        play.accepts(() -> play.correct("b1", "k1", "s1", instead));
        has("CONSUMED 0/0/3000/0/0", balances);
        assertThat(play.rolling()).isEqualTo(rolling);
        play.accepts(() -> play.correct("b1", "k2", null, first));
        play.accepts(() -> play.correct("b1", "k3", null, instead));
        has("CONSUMED 0/0/3000/0/0", balances);
    }

    @Test
    void takesACorrectedPushOutOfTheCouponAgain() {
        funded(CouponTarget.WITHDRAWABLE, false, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        play.accepts(() -> play.settle("b1", "s1", 10_000, BetResult.PUSH, true));
        play.accepts(() -> play.correct("b1", "k1", "s1", 25_000));
        has("CONSUMED 0/0/3000/0/0", "SPORTS_NORMAL 80500+0, WITHDRAWABLE 4500+0");
        play.accepts(() -> play.voidBet("b1", "v1", null));
        has("ACTIVE 3000/0/0/0/0", "SPORTS_NORMAL 70000+0");
    }

    @Test
    void leavesACouponAloneThatAnotherBetHoldsWhenAPushIsCorrected() {
        funded(CouponTarget.WITHDRAWABLE, false, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        play.accepts(() -> play.settle("b1", "s1", 10_000, BetResult.PUSH, true));
        play.accepts(() -> play.betWith(GRANT, "b2", 10_000));
        play.accepts(() -> play.correct("b1", "k1", "s1", 25_000));
        has("RESERVED 0/3000/0/0/0", "SPORTS_NORMAL 73500+7000, WITHDRAWABLE 4500+0");
        play.accepts(() -> play.voidBet("b1", "v1", null));
        has("RESERVED 0/3000/0/0/0", "SPORTS_NORMAL 63000+7000");
        play.accepts(() -> play.rollback("b2", "r2"));
        has("ACTIVE 3000/0/0/0/0", "SPORTS_NORMAL 70000+0");
    }

    @Test
    void paysIntoTheRunningBonus() {
        funded(CouponTarget.BONUS, true, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 10_000));
        play.accepts(() -> play.bonus("SPORTS_BONUS", 1_000));
        play.accepts(() -> play.settle("b1", "s1", 25_000));
        has("CONSUMED 0/0/3000/0/0", "SPORTS_NORMAL 80500+0, SPORTS_BONUS 8500+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 7000/70000, SPORTS_BONUS 0/85000");
        play.accepts(() -> play.voidBet("b1", "v1", null));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/70000, SPORTS_BONUS 0/10000");
        has("ACTIVE 3000/0/0/0/0", "SPORTS_NORMAL 70000+0, SPORTS_BONUS 1000+0");
    }

    @Test
    void paysTheWalletsDebtsFirst() {
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        play.accepts(() -> play.bet("b0", 10_000));
        play.accepts(() -> play.settle("b0", "s0", 10_000));
        play.accepts(() -> play.bet("b9", 10_000));
        play.accepts(() -> play.settle("b9", "s9", 0));
        play.accepts(() -> play.correct("b0", "k0", "s0", 0));
        assertThat(play.receivables()).containsExactly(10_000L);
        play.accepts(() -> play.campaign("C", CouponTarget.NORMAL, 3_000, true, false));
        play.accepts(() -> play.coupon("C", "t1"));
        play.accepts(() -> play.betWith(GRANT, "b1", 3_000));
        play.accepts(() -> play.settle("b1", "s1", 12_000));
        has("CONSUMED 0/0/3000/0/0", "SPORTS_NORMAL 2000+0");
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/2000");
        assertThat(play.receivables()).isEmpty();
    }

    @Test
    void countsNoStakeOfACouponTowardsRolling() {
        funded(CouponTarget.WITHDRAWABLE, false, false);
        play.accepts(() -> play.betWith(GRANT, "b1", 3_000));
        play.accepts(() -> play.settle("b1", "s1", 0));
        assertThat(play.rolling()).isEqualTo("SPORTS_NORMAL 0/70000");
    }
}
