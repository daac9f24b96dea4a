package io.carat.core.coupon;

import io.carat.core.decision.Answer;
import java.time.Instant;

/** What became of a grant; amounts are minor units and add up to the face. */
public record CouponAnswer(
        String grantId,
        String campaignId,
        String playerId,
        CouponStatus status,
        String currency,
        long face,
        long remaining,
        long reserved,
        long consumed,
        long expired,
        long revoked,
        Instant expiresAt)
        implements Answer {

    static CouponAnswer of(CouponState grant) {
        CouponAmounts amounts = grant.amounts();
        return new CouponAnswer(
                grant.offered().grantId(),
                grant.offered().campaignId(),
                grant.offered().playerId(),
                grant.status(),
                grant.terms().currency(),
                grant.terms().faceMinor(),
                amounts.remaining(),
                amounts.reserved(),
                amounts.consumed(),
                amounts.expired(),
                amounts.revoked(),
                grant.terms().expiresAt());
    }
}
