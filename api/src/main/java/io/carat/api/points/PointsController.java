package io.carat.api.points;

import io.carat.api.http.Field;
import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.security.Caller;
import io.carat.core.points.PointsAnswer.LotAnswer;
import io.carat.core.points.PointsAnswer.PointsView;
import io.carat.core.points.PointsAnswer.TransferAnswer;
import io.carat.core.points.PointsCommand.ReadPoints;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Loyalty points: credited in lots, exchanged for money in a NORMAL bucket. */
@RestController
@RequestMapping("/v2/points")
@Tag(name = "Points")
class PointsController {

    private final MoneyAnswers answers;
    private final RequestKeys keys;

    PointsController(MoneyAnswers answers, RequestKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    @PostMapping("/credits")
    @Operation(summary = "Give points as a lot of their own, which may expire")
    @MoneyCommand(LotAnswer.class)
    ResponseEntity<Object> credit(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, @RequestBody CreditRequest body) {
        Reach.requireBrand(caller, body.brandId());
        return answers.answer(body.command(keys.of(request, body), caller));
    }

    @PostMapping("/transfers")
    @Operation(summary = "Exchange points for money in a NORMAL bucket, at the rate and with the rolling of its policy")
    @MoneyCommand(TransferAnswer.class)
    ResponseEntity<Object> transfer(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, @RequestBody TransferRequest body) {
        Reach.requireBrand(caller, body.brandId());
        return answers.answer(body.command(keys.of(request, body)));
    }

    @GetMapping("/{brandId}/{playerId}")
    @Operation(summary = "A player's points: balance, lots and what expired; always current")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PointsView.class)))
    ResponseEntity<Object> read(
            @AuthenticationPrincipal Caller caller, @PathVariable String brandId, @PathVariable String playerId) {
        Reach.requireBrand(caller, Field.brand(brandId));
        return answers.answer(new ReadPoints(brandId, Field.name("playerId", playerId)));
    }
}
