package io.carat.api.coupon;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.security.Caller;
import io.carat.core.coupon.CouponAnswer;
import io.carat.core.coupon.CouponCommand.ReadCoupon;
import io.carat.core.coupon.CouponCommand.RevokeCoupon;
import io.carat.core.coupon.CouponView;
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

/** Coupon grants. */
@RestController
@Tag(name = "Coupons")
class CouponController {

    private final MoneyAnswers answers;
    private final RequestKeys keys;

    CouponController(MoneyAnswers answers, RequestKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    @PostMapping("/v2/coupons/grants")
    @Operation(summary = "Grant a player a coupon of a campaign; it may be used once a saga has confirmed it")
    @MoneyCommand(CouponAnswer.class)
    ResponseEntity<Object> grant(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, @RequestBody GrantRequest body) {
        Reach.requireBrand(caller, body.brandId());
        return answers.answer(body.command(keys.of(request, body)));
    }

    @GetMapping("/v2/coupons/grants/{grantId}")
    @Operation(summary = "A grant as it stands, with its ledger's tip and how its status changed")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CouponView.class)))
    ResponseEntity<Object> read(@AuthenticationPrincipal Caller caller, @PathVariable String grantId) {
        return answers.answer(new ReadCoupon(Reach.scope(caller), grantId));
    }

    @PostMapping("/v2/coupons/grants/{grantId}/revoke")
    @Operation(summary = "Take back what is left of a grant; what an open bet holds stays until the bet ends")
    @MoneyCommand(CouponAnswer.class)
    ResponseEntity<Object> revoke(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @PathVariable String grantId,
            @RequestBody RevokeRequest body) {
        return answers.answer(new RevokeCoupon(
                keys.of(request, body), Reach.scope(caller), grantId, AuditNotes.of(caller, body.reason())));
    }
}
