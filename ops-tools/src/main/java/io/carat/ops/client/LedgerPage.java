package io.carat.ops.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a wallet's immutable ledger, oldest first.
 *
 * @param nextCursor where the next page begins, null at the end
 */
public record LedgerPage(List<Row> rows, @Nullable String nextCursor) {

    /**
     * One movement seen from one bucket. Amounts in minor units.
     *
     * @param position the event that it comes from
     * @param entry the bucket's row number, 1 and up without gaps
     * @param amount signed: above 0 arrives
     * @param before available before it
     * @param after available after it
     * @param held held after it
     */
    public record Row(
            long position,
            long entry,
            String bucket,
            String currency,
            String reason,
            long amount,
            long before,
            long after,
            long held) {}

    public LedgerPage {
        rows = List.copyOf(rows);
    }
}
