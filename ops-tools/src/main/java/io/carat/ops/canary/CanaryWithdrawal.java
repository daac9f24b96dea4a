package io.carat.ops.canary;

import io.carat.ops.client.Answer;
import io.carat.ops.client.MoneyCalls;
import io.carat.ops.client.MoneyRequest;

/** The withdrawal of all that the run brought: held, approved, sent for payment, paid. */
final class CanaryWithdrawal {

    private final CanaryDesk desk;
    private final long amount;

    CanaryWithdrawal(CanaryDesk desk, long amount) {
        this.desk = desk;
        this.amount = amount;
    }

    void run(StepLog log) {
        String id = log.step("withdraw", this::request, ignored -> amount + " held");
        for (String step : new String[] {"approve", "pay"}) {
            log.step(step, () -> proceed(id, step));
        }
        log.step("paid", () -> paid(id));
    }

    private String request() {
        CheckFailed.unless(amount > 0, "nothing to withdraw: the target leaves " + amount);
        Answer answer = desk.accepted(desk.calls.withdrawal(desk.freshId("withdraw"), amount));
        require(answer, "HELD");
        desk.expected.hold(desk.withdrawable, amount);
        desk.checkedSnapshot();
        return answer.text("withdrawalId");
    }

    private String proceed(String id, String step) {
        MoneyRequest next = MoneyCalls.withdrawalStep(desk.freshId(step), id, step);
        String status = step.equals("pay") ? "PAYING" : "APPROVED";
        require(desk.accepted(next), status);
        desk.checkedSnapshot();
        return status;
    }

    private String paid(String id) {
        require(desk.accepted(MoneyCalls.withdrawalStep(desk.freshId("paid"), id, "paid")), "PAID");
        desk.expected.take(desk.withdrawable, amount);
        desk.checkedSnapshot();
        return "PAID, the hold is gone";
    }

    private static void require(Answer answer, String status) {
        CheckFailed.unless(
                answer.text("status").equals(status), "the status is " + answer.text("status") + ", not " + status);
    }
}
