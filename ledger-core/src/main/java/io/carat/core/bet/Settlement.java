package io.carat.core.bet;

import java.util.ArrayList;
import java.util.List;

/**
 * A settlement as it stands, corrections included.
 *
 * @param transactionIds its own, then those of the corrections that named it
 * @param weightsMinor the stake per leg that it was split by
 * @param payouts what it paid, per leg
 * @param refunds the stake that it gave back, per leg
 */
public record Settlement(
        List<String> transactionIds, List<Long> weightsMinor, List<LegAmount> payouts, List<LegAmount> refunds) {

    public Settlement {
        transactionIds = List.copyOf(transactionIds);
        weightsMinor = List.copyOf(weightsMinor);
        payouts = List.copyOf(payouts);
        refunds = List.copyOf(refunds);
    }

    /** Whether a transaction made it or corrected it. */
    public boolean isNamed(String transactionId) {
        return transactionIds.contains(transactionId);
    }

    Settlement corrected(String transactionId, List<LegAmount> instead) {
        List<String> names = new ArrayList<>(transactionIds);
        names.add(transactionId);
        return new Settlement(names, weightsMinor, instead, List.of());
    }

    Settlement withoutPayouts() {
        return new Settlement(transactionIds, weightsMinor, List.of(), refunds);
    }
}
