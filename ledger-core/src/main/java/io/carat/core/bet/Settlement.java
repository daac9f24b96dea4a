package io.carat.core.bet;

import java.util.ArrayList;
import java.util.List;

/**
 * A settlement as it stands, corrections included.
 *
 * @param transactionId its own
 * @param correctedBy the transactions of the corrections that changed it, in order
 * @param weightsMinor the stake per leg that it was split by
 * @param payouts what it paid, per leg
 * @param refunds the stake that it gave back, per leg
 */
public record Settlement(
        String transactionId,
        List<String> correctedBy,
        List<Long> weightsMinor,
        List<LegAmount> payouts,
        List<LegAmount> refunds) {

    public Settlement {
        correctedBy = List.copyOf(correctedBy);
        weightsMinor = List.copyOf(weightsMinor);
        payouts = List.copyOf(payouts);
        refunds = List.copyOf(refunds);
    }

    /** What it paid to a leg, in minor units. */
    long paidMinor(Leg leg) {
        return payouts.stream()
                .filter(payout -> payout.leg() == leg.number())
                .mapToLong(LegAmount::amountMinor)
                .sum();
    }

    Settlement corrected(String correction, List<LegAmount> instead) {
        List<String> more = new ArrayList<>(correctedBy);
        more.add(correction);
        return new Settlement(transactionId, more, weightsMinor, instead, List.of());
    }

    Settlement withoutPayouts() {
        return new Settlement(transactionId, correctedBy, weightsMinor, List.of(), refunds);
    }
}
