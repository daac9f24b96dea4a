package io.carat.core.bet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A settlement as it stands, corrections included.
 *
 * @param transactionId its own
 * @param correctedBy the transactions of the corrections that changed it, in order
 * @param weightsMinor the stake per leg that it was split by
 * @param payouts what it paid, per leg
 * @param refunds the stake that it gave back, per leg
 * @param coupon what it did to the coupon's leg; null where the bet has none
 */
public record Settlement(
        String transactionId,
        List<String> correctedBy,
        List<Long> weightsMinor,
        List<LegAmount> payouts,
        List<LegAmount> refunds,
        @Nullable CouponPaid coupon) {

    public Settlement {
        correctedBy = List.copyOf(correctedBy);
        weightsMinor = List.copyOf(weightsMinor);
        payouts = List.copyOf(payouts);
        refunds = List.copyOf(refunds);
    }

    /** What it paid to a leg, in minor units. */
    long paidMinor(Leg leg) {
        return LegSplit.of(leg, payouts);
    }

    Settlement corrected(String correction, List<LegAmount> instead, @Nullable CouponPaid insteadCoupon) {
        List<String> more = new ArrayList<>(correctedBy);
        more.add(correction);
        return new Settlement(transactionId, more, weightsMinor, instead, List.of(), insteadCoupon);
    }

    Settlement withoutPayouts() {
        return new Settlement(transactionId, correctedBy, weightsMinor, List.of(), refunds, null);
    }
}
