package io.carat.api.bonus;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.security.Caller;
import io.carat.core.bonus.BonusAnswer;
import io.carat.core.bonus.BonusCancelledAnswer;
import io.carat.core.bonus.BonusView;
import io.carat.core.bonus.CancelBonus;
import io.carat.core.bonus.ReadBonus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Bonuses: granted, read, taken back. */
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

    /** Why a bonus is taken back. */
    record Cancellation(String reason) {}

    @PostMapping("/v2/bonuses/{bonusId}/cancel")
    @Operation(summary = "Take a bonus back: what is available goes to HOUSE at once, open legs when they come back")
    @MoneyCommand(BonusCancelledAnswer.class)
    ResponseEntity<Object> cancel(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @PathVariable String bonusId,
            @RequestBody Cancellation body) {
        return answers.answer(new CancelBonus(
                keys.of(request, body), Reach.scope(caller), bonusId, AuditNotes.of(caller, body.reason())));
    }

    @GetMapping("/v2/bonuses/{bonusId}")
    @Operation(summary = "A bonus as it stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BonusView.class)))
    ResponseEntity<Object> read(@AuthenticationPrincipal Caller caller, @PathVariable String bonusId) {
        return answers.answer(new ReadBonus(Reach.scope(caller), bonusId));
    }
}
