package io.carat.api.withdrawal;

import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.payment.Payments;
import io.carat.api.security.Caller;
import io.carat.core.withdrawal.ReadWithdrawal;
import io.carat.core.withdrawal.WithdrawalAnswer;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalStep;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final Payments payments;

    WithdrawalController(MoneyAnswers answers, RequestKeys keys, Payments payments) {
        this.answers = answers;
        this.keys = keys;
        this.payments = payments;
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
            @RequestBody(required = false) @Nullable StepRequest body) {
        StepRequest given = body == null ? new StepRequest(null) : body;
        WithdrawalStep next = STEPS.get(step);
        if (next == null) {
            throw new IllegalStateException("The route admits a step that has no meaning: " + step);
        }
        String provider = next == WithdrawalStep.PAY ? payments.payingProviderId() : given.onBehalfOf(next, caller);
        return answers.answer(
                new MoveWithdrawal(keys.of(request, given), Reach.scope(caller), withdrawalId, next, provider));
    }

    @GetMapping("/v2/withdrawals/{withdrawalId}")
    @Operation(summary = "A withdrawal as it stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WithdrawalAnswer.class)))
    ResponseEntity<Object> read(@AuthenticationPrincipal Caller caller, @PathVariable String withdrawalId) {
        return answers.answer(new ReadWithdrawal(Reach.scope(caller), withdrawalId));
    }
}
