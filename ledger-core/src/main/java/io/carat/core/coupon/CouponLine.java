package io.carat.core.coupon;

import java.time.Instant;

/** A grant as it is shown with the wallet; amounts are minor units and add up to the face. */
public record CouponLine(
        String grantId,
        String campaignId,
        CouponStatus status,
        long face,
        long remaining,
        long reserved,
        long consumed,
        long expired,
        long revoked,
        Instant expiresAt,
        CouponScope scope) {

    /** The line of a grant. */
    public static CouponLine of(CouponState grant) {
        CouponAmounts amounts = grant.amounts();
        return new CouponLine(
                grant.offered().grantId(),
                grant.offered().campaignId(),
                grant.status(),
                grant.terms().faceMinor(),
                amounts.remaining(),
                amounts.reserved(),
                amounts.consumed(),
                amounts.expired(),
                amounts.revoked(),
                grant.terms().expiresAt(),
                CouponScope.of(grant.terms()));
    }
}
