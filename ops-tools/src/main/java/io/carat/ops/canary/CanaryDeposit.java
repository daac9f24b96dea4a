package io.carat.ops.canary;

import io.carat.ops.client.Answer;
import io.carat.ops.client.MoneyRequest;
import io.carat.ops.client.Wallet.Requirement;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The deposit: credited once, whatever is sent again; its requirement made active by the server's saga. */
final class CanaryDeposit {

    private static final long AMOUNT = 10_000;

    private final CanaryDesk desk;
    private final String key;
    private final String paymentRef;

    CanaryDeposit(CanaryDesk desk) {
        this.desk = desk;
        this.key = desk.freshId("deposit");
        this.paymentRef = desk.freshId("payment");
    }

    void run(StepLog log) {
        Answer answer =
                log.step("deposit", () -> desk.accepted(request(AMOUNT)), accepted -> credited(accepted.body()));
        log.step("duplicate", () -> replayed(answer));
        log.step("mismatch", this::mismatched);
        log.step("activation", () -> activated(answer.body()));
    }

    private MoneyRequest request(long amount) {
        return desk.calls.deposit(key, desk.route.normalBucket(), amount, paymentRef);
    }

    private String credited(JsonNode deposit) {
        desk.expected.credit(desk.route.normalBucket(), AMOUNT);
        if (required(deposit) == 0) {
            desk.expected.sweep(desk.route.normalBucket(), desk.withdrawable);
        }
        desk.checkedSnapshot();
        return AMOUNT + " to " + desk.route.normalBucket() + ", " + required(deposit) + " to be wagered";
    }

    private String replayed(Answer first) {
        Answer second = desk.again(request(AMOUNT));
        CheckFailed.unless(
                second.replayed() && second.status() == first.status(),
                "the same deposit again answered " + second.summary() + " without Idempotent-Replayed");
        CheckFailed.unless(second.body().equals(first.body()), "the replay differs: " + second.body());
        desk.checkedSnapshot();
        return "the same key and payload: the stored answer, nothing moved";
    }

    private String mismatched() {
        Answer refusal = desk.again(request(AMOUNT + 1));
        CheckFailed.unless(
                refusal.status() == 422 && refusal.code().equals("IDEMPOTENCY_MISMATCH"),
                "the same key with another amount answered " + refusal.summary());
        desk.checkedSnapshot();
        return "the same key, another amount: 422 IDEMPOTENCY_MISMATCH, nothing moved";
    }

    private String activated(JsonNode deposit) {
        String id = deposit.path("requirement").path("requirementId").asString("");
        if (required(deposit) == 0) {
            return "nothing to be wagered";
        }
        Requirement active = Await.present(() -> active(id), "requirement " + id + " did not become ACTIVE");
        return "requirement ACTIVE, " + active.remaining() + " remaining";
    }

    private Optional<Requirement> active(String requirementId) {
        return desk.snapshot().rolling().stream()
                .filter(requirement -> requirement.requirementId().equals(requirementId))
                .filter(requirement -> requirement.status().equals("ACTIVE"))
                .findFirst();
    }

    private static long required(JsonNode deposit) {
        return deposit.path("requirement").path("required").asLong(0);
    }
}
