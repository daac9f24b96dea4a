package io.carat.core.bet;

import org.jspecify.annotations.Nullable;

/**
 * What a result did to the coupon leg of its bet, apart from what was paid; minor units.
 *
 * @param deductedMinor of the coupon's stake, what was deducted from the leg's share
 * @param addedMinor of the coupon's stake, what was added back to the payout of a provider that pays net
 * @param bonusId the bonus that the leg's payment went into
 */
public record CouponPaid(
        long deductedMinor, long addedMinor, @Nullable String bonusId) {}
