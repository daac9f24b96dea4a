package io.carat.api.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.carat.api.statement.StatementLine.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement and the ledger say of each other.
 *
 * @param position the event up to which the ledger was compared
 * @param lines of the statement
 * @param matched lines that the ledger agrees with
 */
record StatementReport(
        String brandId,
        String statementId,
        Instant from,
        Instant to,
        Instant importedAt,
        long position,
        int lines,
        int matched,

        @Schema(description = "the provider says paid, the ledger has no such payment")
        Differences missingInLedger,

        @Schema(description = "the ledger has it as paid, the provider does not")
        Differences missingAtProvider,

        @Schema(description = "both have it, with other amounts or currencies")
        Differences amountDiffers,

        @Schema(description = "the provider says paid more than once, here or in an earlier statement")
        Differences paidTwice) {

    /** Whether both agree on everything. */
    @JsonProperty("agrees")
    public boolean agrees() {
        return missingInLedger.count() + missingAtProvider.count() + amountDiffers.count() + paidTwice.count() == 0;
    }

    /**
     * Differences of one kind.
     *
     * @param count all of them
     * @param items the first {@link #MAX_ITEMS}
     */
    record Differences(int count, List<Difference> items) {

        /** The most that a report lists of one kind. */
        static final int MAX_ITEMS = 1_000;

        static Differences of(List<Difference> all) {
            return new Differences(all.size(), List.copyOf(all.subList(0, Math.min(all.size(), MAX_ITEMS))));
        }
    }

    /**
     * One payment on which they differ; amounts in minor units.
     *
     * @param reference as in the statement; null where the statement does not have it
     * @param ledgerId the deposit or withdrawal; null where the ledger does not have it
     * @param at when the statement has it booked, else the ledger
     */
    record Difference(
            Kind kind,
            @Nullable String reference,
            @Nullable String ledgerId,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable Long ledgerAmount,
            @Nullable String ledgerCurrency,
            Instant at) {}
}
