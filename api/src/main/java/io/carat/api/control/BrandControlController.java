package io.carat.api.control;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.Field;
import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.Reach;
import io.carat.api.security.Caller;
import io.carat.core.control.BrandControlCommand.ReadBrand;
import io.carat.core.control.BrandControlCommand.ResumeBrand;
import io.carat.core.control.BrandControlCommand.SetBrandLimits;
import io.carat.core.control.BrandControlCommand.SuspendBrand;
import io.carat.core.control.BrandStanding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Suspension and limits of a brand. Calls may be repeated: what already holds changes nothing. */
@RestController
@Tag(name = "Brands")
class BrandControlController {

    private final MoneyAnswers answers;

    BrandControlController(MoneyAnswers answers) {
        this.answers = answers;
    }

    @GetMapping("/admin/v1/brands/{brandId}")
    @Operation(summary = "A brand with its currencies, zone, limits, and whether it is suspended")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BrandStanding.class)))
    ResponseEntity<Object> read(@AuthenticationPrincipal Caller caller, @PathVariable String brandId) {
        Reach.requireBrand(caller, Field.brand(brandId));
        return answers.answer(new ReadBrand(brandId));
    }

    @PostMapping("/admin/v1/brands/{brandId}/suspend")
    @Operation(summary = "Take no new bets and deposits (MAINTENANCE); results of accepted bets are still taken")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BrandStanding.class)))
    ResponseEntity<Object> suspend(
            @AuthenticationPrincipal Caller caller, @PathVariable String brandId, @RequestBody ControlReason body) {
        Reach.requireBrand(caller, Field.brand(brandId));
        return answers.answer(new SuspendBrand(brandId, AuditNotes.of(caller, body.reason())));
    }

    @PostMapping("/admin/v1/brands/{brandId}/resume")
    @Operation(summary = "Take bets and deposits again")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BrandStanding.class)))
    ResponseEntity<Object> resume(
            @AuthenticationPrincipal Caller caller, @PathVariable String brandId, @RequestBody ControlReason body) {
        Reach.requireBrand(caller, Field.brand(brandId));
        return answers.answer(new ResumeBrand(brandId, AuditNotes.of(caller, body.reason())));
    }

    @PostMapping("/admin/v1/brands/{brandId}/limits")
    @Operation(summary = "Set the limits of every player's bets and deposits in one currency; they hold at once")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BrandStanding.class)))
    ResponseEntity<Object> limit(
            @AuthenticationPrincipal Caller caller, @PathVariable String brandId, @RequestBody BrandLimitsBody body) {
        Reach.requireBrand(caller, Field.brand(brandId));
        return answers.answer(new SetBrandLimits(brandId, body.limits(), AuditNotes.of(caller, body.reason())));
    }
}
