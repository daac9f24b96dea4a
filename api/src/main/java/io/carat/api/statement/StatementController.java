package io.carat.api.statement;

import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.Problems;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.api.statement.StatementImport.Result;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Statements of payment providers against the ledger. */
@RestController
@Tag(name = "Payments")
class StatementController {

    private final StatementImport statements;

    StatementController(StatementImport statements) {
        this.statements = statements;
    }

    @PostMapping("/admin/v1/payments/statements")
    @Operation(summary = "Compare a payment provider's statement with the ledger; nothing is ever moved")
    @ApiResponse(
            responseCode = "200",
            description = "The report; of a statement that was imported before, the stored one.",
            content = @Content(schema = @Schema(implementation = StatementReport.class)))
    ResponseEntity<Object> importStatement(
            @AuthenticationPrincipal Caller caller, @RequestBody StatementRequest statement) {
        Reach.requireBrand(caller, statement.brandId());
        return switch (statements.run(statement, caller.name())) {
            case Result.Done(var report, var replayed) -> ok(report, replayed);
            case Result.Mismatch ignored ->
                Problems.response(Rejection.of(
                        RejectionCode.IDEMPOTENCY_MISMATCH,
                        "Statement " + statement.statementId() + " was already imported with another content."));
        };
    }

    @GetMapping("/admin/v1/payments/statements/{brandId}/{statementId}")
    @Operation(summary = "The report of a statement that was imported")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StatementReport.class)))
    ResponseEntity<Object> report(
            @AuthenticationPrincipal Caller caller, @PathVariable String brandId, @PathVariable String statementId) {
        Reach.requireBrand(caller, brandId);
        return statements
                .report(brandId, statementId)
                .map(report -> ok(report, false))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(Problems.of(
                                HttpStatus.NOT_FOUND,
                                "STATEMENT_NOT_FOUND",
                                "No statement " + statementId + " was imported for this brand.")));
    }

    private static ResponseEntity<Object> ok(String report, boolean replayed) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        if (replayed) {
            response.header(MoneyAnswers.REPLAYED, "true");
        }
        return response.body(report.getBytes(StandardCharsets.UTF_8));
    }
}
