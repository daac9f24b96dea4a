package io.carat.api.statement;

import io.carat.api.statement.StatementLine.Kind;
import io.carat.api.statement.StatementLine.Status;
import io.carat.api.statement.StatementReport.Difference;
import io.carat.api.statement.StatementReport.Differences;
import io.carat.projection.payment.LedgerPayment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a statement with the ledger, line by line; pure. */
final class StatementComparison {

    private final StatementRequest statement;
    private final Map<String, LedgerPayment> ledger = new HashMap<>();
    private final Set<String> paid = new HashSet<>();
    private final List<Difference> missingInLedger = new ArrayList<>();
    private final List<Difference> missingAtProvider = new ArrayList<>();
    private final List<Difference> amountDiffers = new ArrayList<>();
    private final List<Difference> paidTwice = new ArrayList<>();
    private int matched;

    /**
     * Takes what there is to compare.
     *
     * @param named the ledger's payments that lines of the statement name
     * @param paidBefore the journals that earlier statements have as paid
     */
    StatementComparison(StatementRequest statement, List<LedgerPayment> named, Set<String> paidBefore) {
        this.statement = statement;
        named.forEach(payment -> ledger.put(payment.journalId(), payment));
        this.paid.addAll(paidBefore);
    }

    /**
     * The report.
     *
     * @param unnamed the ledger's payments of the period that no line of this or an earlier statement names
     */
    StatementReport report(List<LedgerPayment> unnamed, long position, Instant now) {
        statement.lines().forEach(this::compare);
        unnamed.stream()
                .filter(payment -> statement.covered().contains(kind(payment)))
                .forEach(payment -> missingAtProvider.add(unnamed(payment)));
        return new StatementReport(
                statement.brandId(),
                statement.statementId(),
                statement.from(),
                statement.to(),
                now,
                position,
                statement.lines().size(),
                matched,
                Differences.of(missingInLedger),
                Differences.of(missingAtProvider),
                Differences.of(amountDiffers),
                Differences.of(paidTwice));
    }

    private void compare(StatementLine line) {
        String journalId = line.journalId(statement.brandId());
        LedgerPayment payment = ledger.get(journalId);
        if (line.status() != Status.PAID) {
            compareUnpaid(line, payment);
        } else if (!paid.add(journalId)) {
            paidTwice.add(difference(line, payment));
        } else if (payment == null) {
            missingInLedger.add(difference(line, null));
        } else if (payment.amountMinor() != line.amount() || !payment.currency().equals(line.currency())) {
            amountDiffers.add(difference(line, payment));
        } else {
            matched++;
        }
    }

    private void compareUnpaid(StatementLine line, @Nullable LedgerPayment payment) {
        if (payment == null) {
            matched++;
        } else {
            missingAtProvider.add(difference(line, payment));
        }
    }

    private static Difference difference(StatementLine line, @Nullable LedgerPayment payment) {
        return new Difference(
                line.kind(),
                line.reference(),
                payment == null ? null : payment.referenceId(),
                line.amount(),
                line.currency(),
                payment == null ? null : payment.amountMinor(),
                payment == null ? null : payment.currency(),
                line.bookedAt());
    }

    private static Difference unnamed(LedgerPayment payment) {
        return new Difference(
                kind(payment),
                null,
                payment.referenceId(),
                null,
                null,
                payment.amountMinor(),
                payment.currency(),
                payment.occurredAt());
    }

    private static Kind kind(LedgerPayment payment) {
        return payment.deposit() ? Kind.DEPOSIT : Kind.PAYOUT;
    }
}
