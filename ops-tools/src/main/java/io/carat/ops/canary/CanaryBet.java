package io.carat.ops.canary;

import io.carat.ops.client.BetAnswer;
import io.carat.ops.client.BetSlip;
import io.carat.ops.client.LegAmount;
import io.carat.ops.client.MoneyCalls;
import io.carat.ops.client.Settlement;
import io.carat.ops.client.Wallet;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** One won bet: held by the funding that was answered, settled by the same legs, swept when nothing is left to wager. */
final class CanaryBet {

    private static final long USUAL_STAKE = 10_000;
    private static final BigDecimal ODDS = new BigDecimal("2.000");

    private final CanaryDesk desk;

    CanaryBet(CanaryDesk desk) {
        this.desk = desk;
    }

    void run(StepLog log) {
        BetAnswer bet = log.step("authorize", () -> authorize(stake()), this::held);
        log.step("settle", () -> settle(bet));
    }

    private long stake() {
        Wallet wallet = desk.snapshot();
        String normal = desk.route.normalBucket();
        long toWager = wallet.remaining(normal);
        return toWager == 0 ? USUAL_STAKE : Math.max(1, Math.min(toWager, wallet.available(normal)));
    }

    private BetAnswer authorize(long stake) {
        String bet = desk.freshId("bet");
        BetSlip slip = new BetSlip("generic", "sports-1", bet, bet + "-round", stake, ODDS);
        BetAnswer answer = desk.accepted(desk.calls.authorize(desk.freshId("authorize"), slip))
                .as(BetAnswer.class);
        long funded = BetAnswer.sum(answer.funding());
        CheckFailed.unless(funded == stake, "the funding adds up to " + funded + ", the stake is " + stake);
        return answer;
    }

    private String held(BetAnswer bet) {
        desk.expected.holdLegs(bet.funding());
        desk.checkedSnapshot();
        String legs = bet.funding().stream()
                .map(leg -> leg.amount() + " " + leg.source())
                .collect(Collectors.joining(" + "));
        return BetAnswer.sum(bet.funding()) + " held: " + legs;
    }

    private String settle(BetAnswer bet) {
        long payout = payout(bet);
        Settlement won = new Settlement(desk.freshId("win"), payout, "WIN", true);
        BetAnswer settled = desk.accepted(MoneyCalls.settle(desk.freshId("settle"), bet.authorizationId(), won))
                .as(BetAnswer.class);
        CheckFailed.unless(
                BetAnswer.isSplit(payout, bet.funding(), settled.credited()),
                "payout " + payout + " was credited as " + settled.credited());
        desk.expected.takeLegs(bet.funding());
        desk.expected.creditLegs(settled.credited());
        return payout + " paid" + swept(desk.snapshot(), touchedNormal(bet));
    }

    private String swept(Wallet actual, List<String> buckets) {
        StringBuilder told = new StringBuilder();
        for (String bucket : buckets) {
            if (actual.openOn(bucket).isEmpty()) {
                long amount = desk.expected.sweep(bucket, desk.withdrawable);
                told.append(", rolling complete: ")
                        .append(amount)
                        .append(" to ")
                        .append(desk.withdrawable);
            } else {
                told.append(", ").append(actual.remaining(bucket)).append(" still to wager");
            }
        }
        desk.expected.requireEqual(actual);
        return told.toString();
    }

    private static List<String> touchedNormal(BetAnswer bet) {
        return bet.funding().stream()
                .filter(leg -> leg.source().equals("NORMAL"))
                .map(LegAmount::bucket)
                .distinct()
                .toList();
    }

    /** A fifth more than the stake. */
    private static long payout(BetAnswer bet) {
        long stake = BetAnswer.sum(bet.funding());
        return stake + stake / 5;
    }
}
