package io.carat.api.transfer;

import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.security.Caller;
import io.carat.core.transfer.ReadTransfer;
import io.carat.core.transfer.TransferAnswer;
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

/** Transfers between NORMAL buckets, and the names that older callers know them by. */
@RestController
@Tag(name = "Transfers")
class TransferController {

    private static final String SPORTS = "SPORTS";
    private static final String CASINO = "LIVE";

    private final MoneyAnswers answers;
    private final RequestKeys keys;

    TransferController(MoneyAnswers answers, RequestKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    @PostMapping("/v2/transfers")
    @Operation(summary = "Move money from one NORMAL bucket to another, with its share of the rolling")
    @MoneyCommand(TransferAnswer.class)
    ResponseEntity<Object> post(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, @RequestBody TransferRequest body) {
        Reach.requireBrand(caller, body.brandId());
        return answers.answer(body.command(keys.of(request, body)));
    }

    @PostMapping("/v2/transfers/sports-to-casino")
    @Operation(summary = "Move money from sports to casino; where both share a bucket: NOOP, without a position")
    @MoneyCommand(TransferAnswer.class)
    ResponseEntity<Object> toCasino(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @RequestBody ProductTransferRequest body) {
        return between(caller, request, body, SPORTS, CASINO);
    }

    @PostMapping("/v2/transfers/casino-to-sports")
    @Operation(summary = "Move money from casino to sports; where both share a bucket: NOOP, without a position")
    @MoneyCommand(TransferAnswer.class)
    ResponseEntity<Object> toSports(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @RequestBody ProductTransferRequest body) {
        return between(caller, request, body, CASINO, SPORTS);
    }

    @GetMapping("/v2/transfers/{transferId}")
    @Operation(summary = "A transfer as it was made")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TransferAnswer.class)))
    ResponseEntity<Object> read(@AuthenticationPrincipal Caller caller, @PathVariable String transferId) {
        return answers.answer(new ReadTransfer(Reach.scope(caller), transferId));
    }

    private ResponseEntity<Object> between(
            Caller caller, HttpServletRequest request, ProductTransferRequest body, String from, String to) {
        Reach.requireBrand(caller, body.brandId());
        return answers.answer(body.command(keys.of(request, body), from, to));
    }
}
