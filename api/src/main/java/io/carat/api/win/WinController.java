package io.carat.api.win;

import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.security.Caller;
import io.carat.core.win.WinAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Wins that belong to no bet. */
@RestController
@Tag(name = "Wins")
class WinController {

    private final MoneyAnswers answers;
    private final RequestKeys keys;

    WinController(MoneyAnswers answers, RequestKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    @PostMapping("/v2/wins")
    @Operation(summary = "Pay a free-round, promotion or jackpot win without a bet to where its campaign says")
    @MoneyCommand(WinAnswer.class)
    ResponseEntity<Object> post(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, @RequestBody WinRequest body) {
        Reach.requireProvider(caller, body.brandId(), body.providerId());
        return answers.answer(body.command(keys.of(request, body)));
    }
}
