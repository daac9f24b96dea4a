package io.carat.api.bet;

import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.security.Caller;
import io.carat.core.bet.BetAnswer.BetAuthorizedAnswer;
import io.carat.core.bet.BetAnswer.BetCorrectedAnswer;
import io.carat.core.bet.BetAnswer.BetReversedAnswer;
import io.carat.core.bet.BetAnswer.BetSettledAnswer;
import io.carat.core.bet.BetDryRun;
import io.carat.core.bet.BetView;
import io.carat.core.bet.ReadBet;
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

/** Bets and what providers ask of them. */
@RestController
@Tag(name = "Bets")
class BetController {

    private final MoneyAnswers answers;
    private final RequestKeys keys;

    BetController(MoneyAnswers answers, RequestKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    @PostMapping("/v2/bets/authorize")
    @Operation(summary = "Hold a stake, funded by the policy in force")
    @MoneyCommand(BetAuthorizedAnswer.class)
    ResponseEntity<Object> authorize(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, @RequestBody AuthorizeRequest body) {
        Reach.requireProvider(caller, body.brandId(), body.providerId());
        return answers.answer(body.command(keys.of(request, body)));
    }

    @PostMapping("/v2/bets/dry-run")
    @Operation(summary = "What would become of a bet now, and why; nothing is held")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BetDryRun.Answer.class)))
    ResponseEntity<Object> dryRun(@AuthenticationPrincipal Caller caller, @RequestBody DryRunRequest body) {
        Reach.requireProvider(caller, body.brandId(), body.providerId());
        return answers.answer(body.query());
    }

    @GetMapping("/v2/bets/{authorizationId}")
    @Operation(summary = "A bet as it stands, with what each source gave and why it gave no more")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BetView.class)))
    ResponseEntity<Object> bet(@AuthenticationPrincipal Caller caller, @PathVariable String authorizationId) {
        return answers.answer(new ReadBet(Reach.scope(caller), authorizationId));
    }

    @PostMapping("/v2/bets/{authorizationId}/settle")
    @Operation(summary = "Pay a result by the stored legs")
    @MoneyCommand(BetSettledAnswer.class)
    ResponseEntity<Object> settle(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @PathVariable String authorizationId,
            @RequestBody SettleRequest body) {
        return answers.answer(body.command(keys.of(request, body), Reach.scope(caller), authorizationId));
    }

    @PostMapping("/v2/bets/{authorizationId}/rollback")
    @Operation(summary = "Give the stake back to exactly the legs it came from")
    @MoneyCommand(BetReversedAnswer.class)
    ResponseEntity<Object> rollback(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @PathVariable String authorizationId,
            @RequestBody RollbackRequest body) {
        return answers.answer(body.command(keys.of(request, body), Reach.scope(caller), authorizationId));
    }

    @PostMapping("/v2/bets/{authorizationId}/void")
    @Operation(summary = "Void a bet, or refund a part of its stake")
    @MoneyCommand(BetReversedAnswer.class)
    ResponseEntity<Object> voidBet(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @PathVariable String authorizationId,
            @RequestBody VoidRequest body) {
        return answers.answer(body.command(keys.of(request, body), Reach.scope(caller), authorizationId));
    }

    @PostMapping("/v2/bets/{authorizationId}/cashout")
    @Operation(summary = "Buy a part of the stake back before the result")
    @MoneyCommand(BetSettledAnswer.class)
    ResponseEntity<Object> cashOut(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @PathVariable String authorizationId,
            @RequestBody CashOutRequest body) {
        return answers.answer(body.command(keys.of(request, body), Reach.scope(caller), authorizationId));
    }

    @PostMapping("/v2/bets/{authorizationId}/correct")
    @Operation(summary = "Replace a settlement by another; what the wallet cannot pay back is owed")
    @MoneyCommand(BetCorrectedAnswer.class)
    ResponseEntity<Object> correct(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @PathVariable String authorizationId,
            @RequestBody CorrectRequest body) {
        return answers.answer(body.command(keys.of(request, body), Reach.scope(caller), authorizationId));
    }

    @PostMapping("/v2/rollbacks")
    @Operation(summary = "Roll back a bet that may not have come yet")
    @MoneyCommand(BetReversedAnswer.class)
    ResponseEntity<Object> rollbackByBetId(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @RequestBody EarlyRollbackRequest body) {
        Reach.requireProvider(caller, body.brandId(), body.providerId());
        return answers.answer(body.command(keys.of(request, body), Reach.scope(caller)));
    }
}
