package io.carat.api.statement;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.core.decision.DerivedId;
import io.carat.projection.payment.LedgerPayments;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One payment as a payment provider's statement has it. */
record StatementLine(
        @Schema(description = "of a PAYOUT the withdrawalId, of a DEPOSIT the paymentRef")
        String reference,

        Kind kind,

        @Schema(description = "in minor units, from 1") Long amount,

        String currency,

        @Schema(description = "when the provider booked it") Instant bookedAt,

        @Schema(description = "PAID: the money moved. DECLINED and PENDING: it did not, or not yet")
        Status status) {

    StatementLine {
        Field.reference("reference", reference);
        Field.amount("amount", amount);
        Field.currency(currency);
        requirePresent("kind", kind);
        requirePresent("bookedAt", bookedAt);
        requirePresent("status", status);
    }

    /** Which way the money goes. */
    enum Kind {
        /** To the player: a withdrawal. */
        PAYOUT,
        /** From the player. */
        DEPOSIT
    }

    /** What became of it at the provider. */
    enum Status {
        PAID,
        DECLINED,
        PENDING
    }

    /** The ledger's journal that this payment must have. */
    String journalId(String brandId) {
        return switch (kind) {
            case PAYOUT -> LedgerPayments.journalOfPayout(reference);
            case DEPOSIT -> LedgerPayments.journalOfDeposit(DerivedId.of(brandId, "deposit", reference));
        };
    }

    static void requirePresent(String field, @Nullable Object value) {
        if (value == null) {
            throw new InvalidRequestException(field, "is missing");
        }
    }
}
