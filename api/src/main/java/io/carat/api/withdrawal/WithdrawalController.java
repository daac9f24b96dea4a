package io.carat.api.withdrawal;

import io.carat.api.http.InvalidRequestException;
import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.security.Caller;
import io.carat.core.withdrawal.WithdrawalAnswer;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalStep;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Withdrawals and their steps. */
@RestController
@Tag(name = "Withdrawals")
class WithdrawalController {

    private static final Map<String, WithdrawalStep> STEPS = Map.of(
            "approve", WithdrawalStep.APPROVE,
            "pay", WithdrawalStep.PAY,
            "paid", WithdrawalStep.PAID_OUT,
            "fail", WithdrawalStep.FAIL,
            "reject", WithdrawalStep.REJECT,
            "cancel", WithdrawalStep.CANCEL);

    private final MoneyAnswers answers;
    private final RequestKeys keys;

    WithdrawalController(MoneyAnswers answers, RequestKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    @PostMapping("/v2/withdrawals")
    @Operation(summary = "Hold an amount of WITHDRAWABLE for payment")
    @MoneyCommand(WithdrawalAnswer.class)
    ResponseEntity<Object> request(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, @RequestBody WithdrawalRequest body) {
        Reach.requireBrand(caller, body.brandId());
        return answers.answer(body.command(keys.of(request, body)));
    }

    @PostMapping("/v2/withdrawals/{withdrawalId}/{step:approve|pay|paid|fail|reject|cancel}")
    @Operation(summary = "Take a withdrawal a step further: approve, pay, paid, fail, reject or cancel")
    @MoneyCommand(WithdrawalAnswer.class)
    ResponseEntity<Object> move(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @PathVariable String withdrawalId,
            @PathVariable String step,
            @RequestBody(required = false) @Nullable Map<String, Object> body) {
        if (body != null && !body.isEmpty()) {
            throw new InvalidRequestException("A withdrawal step takes no members: send {} or no body.");
        }
        WithdrawalStep next = STEPS.get(step);
        if (next == null) {
            throw new IllegalStateException("The route admits a step that has no meaning: " + step);
        }
        return answers.answer(new MoveWithdrawal(keys.of(request, Map.of()), Reach.scope(caller), withdrawalId, next));
    }
}
