package io.carat.ops.canary;

import io.carat.ops.client.LedgerPage.Row;
import io.carat.ops.client.Wallet.Bucket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a wallet's ledger rows add up to, bucket by bucket (rule book §10). */
final class LedgerTips {

    private final Map<String, Row> tips = new HashMap<>();
    private final Map<String, Long> sums = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int rows;

    LedgerTips(List<Row> ledger) {
        ledger.forEach(this::add);
    }

    private void add(Row row) {
        Row tip = tips.put(row.bucket(), row);
        long before = tip == null ? 0 : tip.after();
        long entry = tip == null ? 1 : tip.entry() + 1;
        if (row.entry() != entry || row.before() != before) {
            faults.add(row.bucket() + " row " + row.entry() + " starts at " + row.before() + "; row " + entry
                    + " must start at " + before);
        }
        // Rows that only end a hold leave the available balance alone: their amount is the hold's.
        if (row.after() != row.before()) {
            sums.merge(row.bucket(), row.amount(), Math::addExact);
        }
        rows++;
    }

    int rows() {
        return rows;
    }

    /** The first thing in which the ledger disagrees with itself or with this balance. */
    Optional<String> disagreement(List<Bucket> balances) {
        return faults.isEmpty()
                ? balances.stream()
                        .map(this::disagreement)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.of(faults.getFirst());
    }

    private Optional<String> disagreement(Bucket bucket) {
        Row tip = tips.get(bucket.type());
        long after = tip == null ? 0 : tip.after();
        long held = tip == null ? 0 : tip.held();
        long sum = sums.getOrDefault(bucket.type(), 0L);
        boolean agrees = after == bucket.available() && held == bucket.held() && sum == bucket.available();
        return agrees
                ? Optional.empty()
                : Optional.of(bucket.type() + " has " + bucket.available() + " held " + bucket.held()
                        + ", its ledger tip " + after + " held " + held + ", its ledger sum " + sum);
    }
}
