package io.carat.core.testing;

import static io.carat.core.withdrawal.WithdrawalStep.APPROVE;
import static io.carat.core.withdrawal.WithdrawalStep.CANCEL;
import static io.carat.core.withdrawal.WithdrawalStep.FAIL;
import static io.carat.core.withdrawal.WithdrawalStep.PAID_OUT;
import static io.carat.core.withdrawal.WithdrawalStep.PAY;
import static io.carat.core.withdrawal.WithdrawalStep.REJECT;

import io.carat.core.bet.BetResult;
import io.carat.core.bonus.BonusAnswer;
import io.carat.core.coupon.CouponCommand.ExpireCoupon;
import io.carat.core.coupon.CouponCommand.RevokeCoupon;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Scope;
import io.carat.core.points.PointsAnswer;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Topology;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import io.carat.core.withdrawal.WithdrawalStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A player who does anything, sensible or not, in an order that only the seed knows. */
public final class RandomPlay {

    private static final List<String> GAMES = List.of("sports-1", "live-1", "slots-1");

    private final LedgerScenario scenario;
    private final Topology topology;
    private final RandomGenerator random;
    private final List<String> bets = new ArrayList<>(List.of("never"));
    private final List<String> paid = new ArrayList<>(List.of("never"));
    private final List<String> withdrawals = new ArrayList<>();
    private final List<String> bonuses = new ArrayList<>();
    private final List<String> grants = new ArrayList<>();
    private int couponCampaigns;
    private int transactions;
    private int placed;
    private String corrected = "never";

    /** A player of this scenario. */
    public RandomPlay(LedgerScenario scenario, Topology topology, RandomGenerator random) {
        this.scenario = scenario;
        this.topology = topology;
        this.random = random;
    }

    /** Does the next thing. */
    public Outcome step() {
        return switch (random.nextInt(62)) {
            case 0, 1 -> scenario.deposit(anyOf(BucketRole.NORMAL), amount(20_000));
            case 2, 3 -> bonus();
            case 4, 5, 6, 7 -> bet();
            case 8, 9 -> betAll();
            case 10, 11, 12, 13, 14, 15, 16 -> settle();
            case 17 -> scenario.rollback(any(bets), transaction());
            case 18 -> scenario.voidBet(any(bets), transaction(), null);
            case 19 -> scenario.voidBet(any(bets), transaction(), amount(4_000));
            case 20 -> scenario.rollbackByBetId("unknown-" + random.nextInt(62), transaction());
            case 21 -> paid(recent(), bet -> scenario.cashOut(bet, transaction(), amount(4_000), amount(6_000) - 1));
            case 22, 23, 24, 25 -> correct();
            case 26 -> scenario.correct(corrected, transaction(), null, amount(30_000));
            case 27 -> scenario.voidBet(any(paid), transaction(), null);
            case 28 -> withdraw();
            case 29 -> campaign();
            case 30 -> scenario.win("c" + random.nextInt(6), transaction(), amount(3_000) - 1);
            case 31, 32, 33 ->
                scenario.transfer(anyOf(BucketRole.NORMAL), anyOf(BucketRole.NORMAL), amount(any(List.of(500, 8_000))));
            case 34, 35 -> scenario.points(amount(any(List.of(300, 3_000))), expiry());
            case 36, 37 -> scenario.transferPoints(anyOf(BucketRole.NORMAL), amount(1_500));
            case 38 -> expire();
            case 39 -> restore();
            case 40 -> cancelBonus();
            case 50, 51 -> couponCampaign();
            case 52, 53, 54 -> grant();
            case 55, 56, 57, 58, 59 -> couponBet();
            case 60 -> revoke();
            case 61 -> expireCoupon();
            default -> withdrawals.isEmpty() ? withdraw() : scenario.move(withdrawals.getLast(), any(steps()));
        };
    }

    /** Does something that may pay a bet: most corrections are of such bets. */
    private Outcome paid(String betId, Function<String, Outcome> step) {
        Outcome outcome = step.apply(betId);
        if (outcome instanceof Outcome.Done) {
            paid.add(betId);
        }
        return outcome;
    }

    /** Places a bet under a betId of its own, which is that of the last bet placed. */
    public Outcome bet() {
        return remembered(scenario.bet(
                nextBet(),
                any(GAMES),
                amount(any(List.of(300, 1_000, 6_000, 15_000))),
                random.nextBoolean() ? null : 1_000 + random.nextInt(1_000)));
    }

    /** Stakes all that can be staked on sports, so that a correction finds nothing. */
    private Outcome betAll() {
        long allMinor = bets.size() < 2 ? 0 : scenario.sportsFundsMinor();
        if (allMinor == 0) {
            return bet();
        }
        return remembered(scenario.bet(nextBet(), "sports-1", allMinor, null));
    }

    private String nextBet() {
        placed++;
        return "bet-" + placed;
    }

    /** Later steps mostly play with bets that were accepted. */
    private Outcome remembered(Outcome outcome) {
        if (outcome instanceof Outcome.Done || random.nextInt(10) == 0) {
            bets.add("bet-" + placed);
        }
        return outcome;
    }

    /** Rolls the last bet back. */
    public Outcome rollBackLast() {
        return scenario.rollback(bets.getLast(), "undo-" + bets.getLast());
    }

    private Outcome settle() {
        BetResult result = any(List.of(BetResult.values()));
        long payoutMinor = switch (result) {
            case WIN, JACKPOT -> random.nextInt(3) == 0 ? 0 : amount(any(List.of(3_000, 40_000)));
            case LOSE, HALF_VOID -> 0;
            case PUSH -> amount(12_000);
        };
        boolean closes = random.nextInt(3) > 0;
        return paid(recent(), bet -> scenario.settle(bet, transaction(), payoutMinor, result, closes));
    }

    private Outcome correct() {
        String corrects = random.nextInt(3) > 0 ? null : "t" + random.nextInt(transactions + 1);
        long payoutMinor = random.nextBoolean() ? 0 : amount(any(List.of(2_000, 30_000)));
        String betId = random.nextInt(4) == 0 ? recent() : paid.get(Math.max(0, paid.size() - 1 - random.nextInt(2)));
        corrected = betId;
        return scenario.correct(betId, transaction(), corrects, payoutMinor);
    }

    /** Defines one of a few campaigns; mostly it exists already, with other terms. */
    private Outcome campaign() {
        return scenario.campaign("c" + random.nextInt(6), any(List.of(CouponTarget.values())), multiplier());
    }

    private Outcome couponCampaign() {
        Instant end = scenario.ledger().now().plus(Duration.ofHours(2L + random.nextInt(8)));
        String code = "k" + couponCampaigns++;
        return scenario.campaign(
                code,
                any(List.of(CouponTarget.values())),
                any(List.of(500L, 3_000L)),
                random.nextBoolean(),
                random.nextBoolean(),
                end);
    }

    private Outcome grant() {
        if (couponCampaigns == 0) {
            return couponCampaign();
        }
        String code = "k" + (couponCampaigns - 1);
        String trigger = "g" + random.nextInt(4);
        Outcome outcome = scenario.coupon(code, trigger);
        if (outcome instanceof Outcome.Done) {
            grants.add(LedgerScenario.grantId(code, trigger));
        }
        return outcome;
    }

    /** Mostly with a coupon of late, which mostly can be used. */
    private Outcome couponBet() {
        if (grants.isEmpty()) {
            return grant();
        }
        String grantId = any(grants.subList(Math.max(0, grants.size() - 4), grants.size()));
        return remembered(
                scenario.betWith(grantId, nextBet(), any(List.of(500L, 3_000L, 3_001L, 1L + random.nextInt(8_000)))));
    }

    private Outcome revoke() {
        return grants.isEmpty()
                ? grant()
                : scenario.send(new RevokeCoupon(
                        scenario.fresh(), Scope.EVERYTHING, any(grants), new AuditNote("ann", "by chance")));
    }

    private Outcome expireCoupon() {
        scenario.ledger().passTime(Duration.ofHours(1));
        return grants.isEmpty() ? grant() : scenario.send(new ExpireCoupon(any(grants)));
    }

    private @Nullable Instant expiry() {
        return random.nextInt(3) == 0 ? null : scenario.ledger().now().plus(Duration.ofHours(1L + random.nextInt(3)));
    }

    /** Lets lots fall due: a later credit expires them. */
    private Outcome expire() {
        scenario.ledger().passTime(Duration.ofHours(1));
        return scenario.points(amount(100), expiry());
    }

    /** Restores of something that expired, now and then more than that. */
    private Outcome restore() {
        List<PointsAnswer.Expiry> expiries = scenario.pointsView().expiries();
        String expiryId = expiries.isEmpty() ? "never" : any(expiries).expiryId();
        Instant soon = scenario.ledger().now().plus(Duration.ofHours(2));
        return scenario.restorePoints(expiryId, amount(any(List.of(50, 500))), soon);
    }

    private Outcome bonus() {
        Outcome outcome =
                scenario.bonus(anyOf(BucketRole.BONUS), amount(any(List.of(800, 10_000))), multiplier(), cap());
        if (outcome instanceof Outcome.Done done && done.answer() instanceof BonusAnswer answer) {
            bonuses.add(answer.bonusId());
        }
        return outcome;
    }

    private Outcome cancelBonus() {
        return bonuses.isEmpty() ? bonus() : scenario.cancel(any(bonuses));
    }

    private Outcome withdraw() {
        RequestWithdrawal request = scenario.withdrawal(amount(1_500));
        Outcome outcome = scenario.send(request);
        if (outcome instanceof Outcome.Done) {
            withdrawals.add(request.withdrawalId());
        }
        return outcome;
    }

    private String recent() {
        return any(bets.subList(Math.max(0, bets.size() - 5), bets.size()));
    }

    private @Nullable Integer multiplier() {
        return random.nextInt(5) == 0 ? null : any(List.of(0, 1_000, 5_000, 10_000));
    }

    private @Nullable Long cap() {
        return random.nextBoolean() ? null : amount(2_000);
    }

    private String transaction() {
        transactions++;
        // now and then one that was used before
        return "t" + (random.nextInt(12) == 0 ? random.nextInt(transactions) : transactions);
    }

    private String anyOf(BucketRole role) {
        return any(topology.bucketsOf(role).stream().map(BucketType::code).toList());
    }

    private long amount(int atMostMinor) {
        return 1 + random.nextLong(atMostMinor);
    }

    /** The steps to a payment more often than those away from it. */
    private static List<WithdrawalStep> steps() {
        return List.of(APPROVE, PAY, PAID_OUT, APPROVE, PAY, PAID_OUT, FAIL, REJECT, CANCEL);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
