package io.carat.api.wallet;

import io.carat.projection.rolling.RollingDetail;
import io.carat.projection.rolling.RollingDetail.Row;
import io.carat.projection.rolling.RollingDetail.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A requirement as it is published. Amounts are minor units.
 *
 * @param endedBy why it is over; null while it is not
 * @param required what has to be wagered in this bucket: without what moved away
 * @param remaining what is still to be wagered; 0 once it is over
 * @param parent the requirement that a transfer split it from
 * @param children the requirements that transfers split from it, oldest first
 * @param rows what counted towards it, was taken back or moved away, oldest first
 * @param nextCursor where the next page of rows begins; null when these are the last so far
 */
record RollingView(
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
        TermsView terms,
        List<Row> rows,
        @Nullable String nextCursor) {

    /** What was fixed when it came about. */
    record TermsView(
            String source,
            long sequence,
            int priority,
            long base,
            int multiplierBps,
            long required,
            Map<String, CountsView> contributions,
            Version topology,
            Version policy,
            @Nullable Instant expiresAt,
            Instant createdAt) {}

    /** How a stake on a product counts: in basis points; below the odds, where there are any, nothing. */
    record CountsView(int rateBps, @Nullable BigDecimal minOdds) {

        private static CountsView of(JsonNode counts) {
            int milli = counts.get("minOddsMilli").asInt();
            return new CountsView(
                    counts.get("rateBps").asInt(),
                    milli == 0 ? null : BigDecimal.valueOf(milli, 3).stripTrailingZeros());
        }
    }

    static RollingView of(RollingDetail found) {
        return new RollingView(
                found.requirementId(),
                found.bucket(),
                found.currency(),
                found.kind(),
                found.status(),
                found.endedBy(),
                found.required(),
                found.progress(),
                found.moved(),
                found.remaining(),
                found.parent(),
                found.children(),
                terms(found.terms()),
                found.rows(),
                found.nextCursor());
    }

    private static TermsView terms(RollingDetail.Terms terms) {
        return new TermsView(
                terms.source(),
                terms.sequence(),
                terms.priority(),
                terms.base(),
                terms.multiplierBps(),
                terms.required(),
                contributions(terms.contributions()),
                terms.topology(),
                terms.policy(),
                terms.expiresAt(),
                terms.createdAt());
    }

    private static Map<String, CountsView> contributions(String json) {
        Map<String, CountsView> contributions = new TreeMap<>();
        JsonMapper.shared()
                .readTree(json)
                .properties()
                .forEach(entry -> contributions.put(entry.getKey(), CountsView.of(entry.getValue())));
        return contributions;
    }
}
