package io.carat.api.coupon;

import io.carat.api.http.MoneyAnswers;
import io.carat.api.http.MoneyCommand;
import io.carat.api.http.Reach;
import io.carat.api.http.RequestKeys;
import io.carat.api.security.Caller;
import io.carat.core.coupon.CampaignAnswer;
import io.carat.core.coupon.ReadCampaign;
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

/** Campaigns. */
@RestController
@Tag(name = "Coupons")
class CampaignController {

    private final MoneyAnswers answers;
    private final RequestKeys keys;

    CampaignController(MoneyAnswers answers, RequestKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    @PostMapping("/v2/coupons/campaigns")
    @Operation(summary = "Define a campaign; its terms are never changed")
    @MoneyCommand(CampaignAnswer.class)
    ResponseEntity<Object> define(
            @AuthenticationPrincipal Caller caller, HttpServletRequest request, @RequestBody CampaignRequest body) {
        Reach.requireBrand(caller, body.brandId());
        return answers.answer(body.command(keys.of(request, body)));
    }

    @GetMapping("/v2/coupons/campaigns/{campaignId}")
    @Operation(summary = "A campaign as it stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CampaignAnswer.class)))
    ResponseEntity<Object> read(@AuthenticationPrincipal Caller caller, @PathVariable String campaignId) {
        return answers.answer(new ReadCampaign(Reach.scope(caller), campaignId));
    }
}
