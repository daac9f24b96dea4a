package io.carat.core.bet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a coupon leg's stake so far; it is deducted, and added back where a provider pays net, once per bet (rule book
 * §5). Amounts are minor units.
 *
 * @param refundedMinor what was given back of it: it is neither deducted nor added
 * @param deductedMinor what was deducted from payouts
 * @param addedMinor what was added to payouts of a provider that pays net
 */
public record CouponCounter(long refundedMinor, long deductedMinor, long addedMinor) {

    /** Before anything. */
    static final CouponCounter ZERO = new CouponCounter(0, 0, 0);

    CouponCounter refunded(long minor) {
        return new CouponCounter(refundedMinor + minor, deductedMinor, addedMinor);
    }

    CouponCounter plus(@Nullable CouponPaid paid) {
        return paid == null
                ? this
                : new CouponCounter(
                        refundedMinor, deductedMinor + paid.deductedMinor(), addedMinor + paid.addedMinor());
    }

    /** As if these settlements had not been. */
    CouponCounter without(List<Settlement> settlements) {
        CouponCounter left = this;
        for (Settlement settlement : settlements) {
            CouponPaid paid = settlement.coupon();
            if (paid != null) {
                left = new CouponCounter(
                        left.refundedMinor,
                        left.deductedMinor - paid.deductedMinor(),
                        left.addedMinor - paid.addedMinor());
            }
        }
        return left;
    }

    /** What of a leg's stake is still to be deducted. */
    long toDeductMinor(long stakeMinor) {
        return Math.max(0, stakeMinor - refundedMinor - deductedMinor);
    }

    /** What of a leg's stake is still to be added to payouts of a provider that pays net. */
    long toAddMinor(long stakeMinor) {
        return Math.max(0, stakeMinor - refundedMinor - addedMinor);
    }
}
