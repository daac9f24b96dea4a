package io.carat.api.wallet;

import io.carat.projection.ledger.LedgerEntry;
import io.carat.projection.ledger.LedgerPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ledger as it is published, oldest row first.
 *
 * @param nextCursor where the next page begins, null when these rows are the last so far
 */
record LedgerView(List<Row> rows, @Nullable String nextCursor) {

    /**
     * One immutable ledger row. Amounts are minor units; {@code amount} is what the bucket's available balance changed by,
     * so it is 0 where only held money moved.
     *
     * @param entry the bucket's row number, 1 and up without gaps
     * @param journalId the movement; its postings net to zero
     * @param bucket the bucket type's code
     * @param before available before
     * @param after available after
     * @param held held after
     */
    record Row(
            long position,
            long entry,
            String journalId,
            String reason,
            String bucket,
            String currency,
            String account,
            String counterAccount,
            long amount,
            long before,
            long after,
            long held,
            String reference,
            @Nullable Integer leg,
            Instant at) {

        private static Row of(LedgerEntry entry) {
            return new Row(
                    entry.position(),
                    entry.entry(),
                    entry.journalId(),
                    entry.reason(),
                    entry.bucketTypeCode(),
                    entry.currency(),
                    entry.account(),
                    entry.counterAccount(),
                    entry.amountMinor(),
                    entry.beforeMinor(),
                    entry.afterMinor(),
                    entry.heldAfterMinor(),
                    entry.referenceId(),
                    entry.leg(),
                    entry.occurredAt());
        }
    }

    static LedgerView of(LedgerPage page) {
        return new LedgerView(page.rows().stream().map(Row::of).toList(), page.nextCursor());
    }
}
