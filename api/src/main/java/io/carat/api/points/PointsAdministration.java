package io.carat.api.points;

import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.security.Caller;
import io.carat.core.points.PointsAnswer.ExpiredAnswer;
import io.carat.core.points.PointsAnswer.LotAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do with points. */
@RestController
@RequestMapping("/admin/v1/loyalty/points")
@Tag(name = "Loyalty - Admin")
class PointsAdministration {

    private final MoneyAnswers answers;
    private final RequestKeys keys;

    PointsAdministration(MoneyAnswers answers, RequestKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    @PostMapping("/restores")
    @Operation(summary = "Give expired points back as a new lot with an expiry of its own; kept with who and why")
    @MoneyCommand(LotAnswer.class)
    ResponseEntity<Object> restore(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, @RequestBody RestoreRequest body) {
        Reach.requireBrand(caller, body.brandId());
        return answers.answer(body.command(keys.of(request, body), caller));
    }

    @PostMapping("/expiries")
    @Operation(summary = "Expire one player's lots that are due; it may be repeated, a lot expires once")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExpiredAnswer.class)))
    ResponseEntity<Object> expire(@AuthenticationPrincipal Caller caller, @RequestBody ExpireRequest body) {
        Reach.requireBrand(caller, body.brandId());
        return answers.answer(body.command());
    }
}
