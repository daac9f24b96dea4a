package io.carat.api.statement;

import io.carat.api.statement.StatementLine.Status;
import io.carat.api.statement.StatementTable.Stored;
import io.carat.core.decision.DerivedId;
import io.carat.projection.ProjectionPosition;
import io.carat.projection.ledger.LedgerProjection;
import io.carat.projection.payment.LedgerPayment;
import io.carat.projection.payment.LedgerPayments;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Compares statements with the ledger, once each, and keeps the reports. */
@Component
class StatementImport {

    private final StatementTable table;
    private final LedgerPayments payments;
    private final ProjectionPosition position;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock = Clock.systemUTC();

    StatementImport(
            StatementTable table, DataSource dataSource, PlatformTransactionManager transactions, JsonMapper json) {
        this.table = table;
        this.payments = new LedgerPayments(dataSource);
        this.position = new ProjectionPosition(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        // The position and the rows that are compared belong together.
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.json = json;
    }

    /** What an import came to. */
    sealed interface Result {
        /** The report, as JSON. */
        record Done(String report, boolean replayed) implements Result {}

        /** Another statement was imported under the same id. */
        record Mismatch() implements Result {}
    }

    Result run(StatementRequest statement, String importedBy) {
        String fingerprint = DerivedId.fingerprint(json.writeValueAsString(statement));
        Optional<Result> before = stored(statement, fingerprint);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            String report = transaction.execute(status -> compare(statement, fingerprint, importedBy));
            return new Result.Done(report, false);
        } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
            // Somebody else has imported it at the same time: theirs is as good.
            return stored(statement, fingerprint).orElseThrow(() -> e);
        }
    }

    Optional<String> report(String brandId, String statementId) {
        return table.find(brandId, statementId).map(Stored::report);
    }

    private Optional<Result> stored(StatementRequest statement, String fingerprint) {
        return table.find(statement.brandId(), statement.statementId())
                .map(stored -> stored.fingerprint().equals(fingerprint)
                        ? new Result.Done(stored.report(), true)
                        : new Result.Mismatch());
    }

    private String compare(StatementRequest statement, String fingerprint, String importedBy) {
        Instant now = clock.instant();
        String brandId = statement.brandId();
        Set<String> named = journals(statement, false);
        List<LedgerPayment> unnamed = payments.others(brandId, statement.from(), statement.to(), named);
        Set<String> elsewhere = table.paid(
                brandId, unnamed.stream().map(LedgerPayment::journalId).toList());
        StatementReport report = new StatementComparison(
                        statement, payments.of(brandId, named), table.paid(brandId, named))
                .report(
                        unnamed.stream()
                                .filter(payment -> !elsewhere.contains(payment.journalId()))
                                .toList(),
                        position.of(LedgerProjection.PROCESSOR),
                        now);
        String text = json.writeValueAsString(report);
        table.add(brandId, statement.statementId(), new Stored(fingerprint, text), importedBy, now);
        table.addPaid(brandId, statement.statementId(), journals(statement, true));
        return text;
    }

    private static Set<String> journals(StatementRequest statement, boolean paidOnly) {
        return statement.lines().stream()
                .filter(line -> !paidOnly || line.status() == Status.PAID)
                .map(line -> line.journalId(statement.brandId()))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
