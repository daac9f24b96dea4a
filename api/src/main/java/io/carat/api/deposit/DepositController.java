package io.carat.api.deposit;

import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.security.Caller;
import io.carat.core.deposit.DepositAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Deposits. */
@RestController
@Tag(name = "Deposits")
class DepositController {

    private final MoneyAnswers answers;
    private final RequestKeys keys;

    DepositController(MoneyAnswers answers, RequestKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    @PostMapping("/v2/deposits")
    @Operation(summary = "Credit a payment with the rolling that it owes")
    @MoneyCommand(DepositAnswer.class)
    ResponseEntity<Object> post(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, @RequestBody DepositRequest body) {
        Reach.requireBrand(caller, body.brandId());
        return answers.answer(body.command(keys.of(request, body)));
    }
}
