package io.carat.api.bonus;

import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.security.Caller;
import io.carat.core.bonus.BonusAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Bonus grants. */
@RestController
@Tag(name = "Bonuses")
class BonusController {

    private final MoneyAnswers answers;
    private final RequestKeys keys;

    BonusController(MoneyAnswers answers, RequestKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    @PostMapping("/v2/bonuses")
    @Operation(summary = "Grant a bonus into a BONUS bucket")
    @MoneyCommand(BonusAnswer.class)
    ResponseEntity<Object> post(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, @RequestBody BonusRequest body) {
        Reach.requireBrand(caller, body.brandId());
        return answers.answer(body.command(keys.of(request, body)));
    }
}
