package io.carat.projection.rolling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requirement, over or not, with a page of the rows that explain it. Amounts are minor units.
 *
 * @param endedBy why it is over; null while it is not
 * @param required what has to be wagered in this bucket: without what moved away
 * @param progress what has been wagered
 * @param moved what went with transfers to other buckets
 * @param remaining what is still to be wagered; 0 once it is over
 * @param parent the requirement that a transfer split it from; null for one of its own
 * @param children what became of what moved, oldest first
 * @param rows oldest first
 * @param nextCursor where the next page of rows begins; null when these are the last so far
 */
public record RollingDetail(
        String requirementId,
        String bucket,
        String currency,
        String kind,
        String status,
        @Nullable String endedBy,
        long required,
        long progress,
        long moved,
        long remaining,
        @Nullable String parent,
        List<String> children,
        Terms terms,
        List<Row> rows,
        @Nullable String nextCursor) {

    public RollingDetail {
        children = List.copyOf(children);
        rows = List.copyOf(rows);
    }

    /**
     * What was fixed when it came about.
     *
     * @param source the deposit, bonus or bet that it belongs to
     * @param sequence the player's number; bets after it count
     * @param priority lower is attributed first
     * @param base what the multiplier was applied to
     * @param required ceil(base × multiplier / 10000)
     * @param contributions per product, as JSON
     */
    public record Terms(
            String source,
            long sequence,
            int priority,
            long base,
            int multiplierBps,
            long required,
            String contributions,
            Version topology,
            Version policy,
            @Nullable Instant expiresAt,
            Instant createdAt) {}

    /** A code and its version. */
    public record Version(String code, int version) {}

    /**
     * One change.
     *
     * @param entry CREATED, INHERITED, ATTRIBUTED, REVERSED, MOVED, RECALCULATED, REOPENED, SUSPENDED, RESUMED or COMPLETED
     * @param reference the bet, the transfer, the source, or why it is over; null where there is none
     * @param stake the units of stake that this used up
     * @param rateBps the rate at which they counted; null where none did
     * @param progress what it gained, below 0 where it was taken back
     * @param moved what went with a transfer
     * @param required what has to be wagered from then on; null where that stayed
     */
    public record Row(
            long position,
            String entry,
            @Nullable String reference,
            long stake,
            @Nullable Integer rateBps,
            long progress,
            long moved,
            @Nullable Long required,
            Instant at) {}
}
