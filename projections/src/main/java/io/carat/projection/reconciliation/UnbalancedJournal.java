package io.carat.projection.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A journal whose ledger rows do not net to zero.
 *
 * @param sum what they come to, in minor units
 * @param bucketIds the buckets that have a row of it in the ledger
 */
record UnbalancedJournal(String journalId, String currency, BigDecimal sum, Set<String> bucketIds) {

    UnbalancedJournal {
        bucketIds = Set.copyOf(bucketIds);
    }

    /**
     * The drift of the journal's buckets: of those that disagree anyway, where there are such, so that the other bucket
     * of a sweep is not suspected too; else of all.
     *
     * @param inEvents the buckets whose events belong to the journal: a removed row does not hide its bucket
     * @param drifting the buckets that disagree in other ways
     */
    List<Drift> drifts(Set<String> inEvents, Set<String> drifting) {
        Set<String> all = new TreeSet<>(bucketIds);
        all.addAll(inEvents);
        Set<String> suspects = new TreeSet<>(all);
        suspects.retainAll(drifting);
        if (suspects.isEmpty()) {
            suspects = all.isEmpty() ? Set.of("journal:" + journalId) : all;
        }
        String detail = "journal %s comes to %s %s".formatted(journalId, sum.toPlainString(), currency);
        return suspects.stream()
                .map(bucketId -> new Drift(bucketId, DriftClass.UNBALANCED, detail))
                .toList();
    }
}
