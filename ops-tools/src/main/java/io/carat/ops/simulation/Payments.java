package io.carat.ops.simulation;

import io.carat.ops.client.Answer;
import io.carat.ops.client.MoneyCalls;
import io.carat.ops.client.MoneyRequest;
import io.carat.ops.client.Topology.Route;
import io.carat.ops.client.Wallet;
import java.util.List;

/** A player's deposits, bonuses and withdrawals. */
final class Payments {

    private static final int ECHO_PERMILLE = 50;

    private final PlayerDesk desk;

    Payments(PlayerDesk desk) {
        this.desk = desk;
    }

    /** Credits a side; now and then the payment provider reports the same payment again under a new key. */
    void deposit(String side) {
        long amount = desk.persona.deposit(desk.dice);
        boolean echoed = desk.dice.permille(ECHO_PERMILLE);
        MoneyRequest request = desk.calls.deposit(desk.id("k"), side, amount, desk.id("d"));
        Answer answer = desk.ask(request, Expectation.accepted("CREDITED"));
        desk.purse.credited(side, amount);
        if (echoed) {
            desk.repeat(request.underKey(desk.id("k")), answer);
        }
    }

    /** At most one bonus per side. */
    void bonus() {
        Route route = desk.topology.route(desk.persona.product(desk.dice));
        long amount = desk.persona.deposit(desk.dice) / 2;
        if (!desk.purse.hasBonus(route.normalBucket())) {
            desk.ask(desk.calls.bonus(desk.id("k"), route.bonusBucket(), amount), Expectation.accepted("ACTIVE"));
            desk.purse.granted(route.normalBucket(), amount);
        }
    }

    /** Asks for money back; the wallet read just before says whether it must be held or refused. */
    void withdraw() {
        long amount = desk.persona.deposit(desk.dice) / 4;
        List<String> steps = steps();
        long available = desk.wallet().available(desk.topology.withdrawable());
        Answer answer = desk.ask(desk.calls.withdrawal(desk.id("k"), amount), allowed(amount, available));
        if (answer.accepted()) {
            desk.purse.withdrawalHeld(amount);
            proceed(answer.text("withdrawalId"), amount, steps);
        }
    }

    /** The server's sum of all balances, which must be what the purse holds. */
    void count() {
        Wallet wallet = desk.wallet();
        long sum = wallet.buckets().stream()
                .filter(bucket -> !bucket.type().equals(points()))
                .mapToLong(bucket -> bucket.available() + bucket.held())
                .sum();
        PlayerDesk.require(
                desk.repeatsRun() || (sum >= desk.purse.leastTotal() && sum <= desk.purse.total()),
                "the wallet holds " + sum + ", it must be " + desk.purse.leastTotal() + " to " + desk.purse.total());
    }

    private Expectation allowed(long amount, long available) {
        Expectation held = Expectation.accepted("HELD");
        Expectation refused = Expectation.refused(422, "INSUFFICIENT_FUNDS");
        if (desk.repeatsRun()) {
            return answer -> answer.accepted() ? held.objection(answer) : refused.objection(answer);
        }
        return amount <= available ? held : refused;
    }

    private List<String> steps() {
        return desk.dice.oneOf(
                List.of("approve", "pay", "paid"),
                List.of("approve", "pay", "paid"),
                List.of("approve", "pay", "paid"),
                List.of("approve", "pay", "fail"),
                List.of("approve", "reject"),
                List.of("reject"),
                List.of("cancel"));
    }

    private void proceed(String withdrawalId, long amount, List<String> steps) {
        for (String step : steps) {
            desk.ask(
                    MoneyCalls.withdrawalStep(desk.id("k"), withdrawalId, step),
                    Expectation.accepted(statusAfter(step)));
        }
        if (steps.getLast().equals("paid")) {
            desk.purse.withdrawalPaid(amount);
        } else {
            desk.purse.withdrawalReleased(amount);
        }
    }

    private static String statusAfter(String step) {
        return switch (step) {
            case "approve" -> "APPROVED";
            case "pay" -> "PAYING";
            case "paid" -> "PAID";
            case "fail" -> "FAILED";
            case "reject" -> "REJECTED";
            default -> "CANCELLED";
        };
    }

    private String points() {
        return desk.topology.buckets().stream()
                .filter(bucket -> bucket.role().equals("POINTS"))
                .map(bucket -> bucket.code())
                .findFirst()
                .orElse("");
    }
}
