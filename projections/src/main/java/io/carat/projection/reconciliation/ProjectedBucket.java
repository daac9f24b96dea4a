package io.carat.projection.reconciliation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the read models say of a bucket. Amounts are in minor units.
 *
 * @param balance its balance row, null when it has none
 * @param ledger what its ledger rows come to
 */
record ProjectedBucket(@Nullable Balance balance, Ledger ledger) {

    static final ProjectedBucket ABSENT = new ProjectedBucket(null, new Ledger(0, BigDecimal.ZERO, 0, 0, 0));

    record Balance(long availableMinor, long heldMinor, long entry) {
        @Override
        public String toString() {
            return "balance row: available %d, held %d, entry %d".formatted(availableMinor, heldMinor, entry);
        }
    }

    /**
     * The ledger of a bucket.
     *
     * @param rows how many
     * @param sum of all amounts; exact even when rows were tampered with beyond a long
     * @param tipEntry the last row's number
     * @param tipAfterMinor available after the last row
     * @param tipHeldMinor held after the last row
     */
    record Ledger(long rows, BigDecimal sum, long tipEntry, long tipAfterMinor, long tipHeldMinor) {

        boolean sumIs(long amountMinor) {
            return sum.compareTo(BigDecimal.valueOf(amountMinor)) == 0;
        }

        @Override
        public String toString() {
            return "ledger: %d rows, sum %s, tip entry %d with available %d, held %d"
                    .formatted(rows, sum.toPlainString(), tipEntry, tipAfterMinor, tipHeldMinor);
        }
    }
}
