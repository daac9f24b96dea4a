package io.carat.api.coupon;

import io.carat.api.http.Field;
import io.carat.core.coupon.CouponCommand.GrantCoupon;
import io.carat.core.decision.RequestKey;
import io.swagger.v3.oas.annotations.media.Schema;

/** The body of a grant. */
record GrantRequest(
        @Schema(example = "acme") String brandId,

        @Schema(example = "player-7") String playerId,

        @Schema(description = "the campaign's id, or its code within the brand", example = "SPRING-BET")
        String campaignId,

        @Schema(
                description = "what earned it, in your words: a player gets one grant of a campaign for it",
                example = "deposit-42")
        String trigger) {

    GrantRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.reference("campaignId", campaignId);
        Field.reference("trigger", trigger);
    }

    GrantCoupon command(RequestKey key) {
        return new GrantCoupon(key, brandId, playerId, campaignId, trigger);
    }
}
