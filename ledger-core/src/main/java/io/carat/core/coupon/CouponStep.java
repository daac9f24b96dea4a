package io.carat.core.coupon;

import java.time.Instant;

/** A grant came to a status at a time. */
public record CouponStep(CouponStatus status, Instant at) {}
