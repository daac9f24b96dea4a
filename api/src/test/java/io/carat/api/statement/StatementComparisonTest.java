package io.carat.api.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.api.http.InvalidRequestException;
import io.carat.api.statement.StatementLine.Kind;
import io.carat.api.statement.StatementLine.Status;
import io.carat.api.statement.StatementReport.Difference;
import io.carat.core.decision.DerivedId;
import io.carat.projection.payment.LedgerPayment;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementComparisonTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-02T00:00:00Z");
    private static final String DEPOSIT = DerivedId.of("acme", "deposit", "pay-1");

    @Test
    void matchesWhatBothHave() {
        StatementReport report = compare(
                List.of(line("w1", Kind.PAYOUT, 400, Status.PAID), line("pay-1", Kind.DEPOSIT, 900, Status.PAID)),
                List.of(payout("w1", 400), deposit(900)),
                Set.of(),
                List.of());
        assertThat(report.matched()).isEqualTo(2);
        assertThat(report.agrees()).isTrue();
    }

    @Test
    void listsWhatOneOfThemLacks() {
        StatementReport report = compare(
                List.of(line("w1", Kind.PAYOUT, 400, Status.PAID)), List.of(), Set.of(), List.of(payout("w2", 500)));
        assertThat(report.missingInLedger().items())
                .containsExactly(new Difference(Kind.PAYOUT, "w1", null, 400L, "KRW", null, null, FROM));
        assertThat(report.missingAtProvider().items())
                .containsExactly(new Difference(Kind.PAYOUT, null, "w2", null, null, 500L, "KRW", FROM));
        assertThat(report.agrees()).isFalse();
    }

    @Test
    void listsOtherAmountsAndCurrencies() {
        StatementReport report = compare(
                List.of(line("w1", Kind.PAYOUT, 400, Status.PAID), line("w2", Kind.PAYOUT, 500, Status.PAID)),
                List.of(payout("w1", 401), new LedgerPayment("w2/pay", "w2", false, 500, "EUR", FROM)),
                Set.of(),
                List.of());
        assertThat(report.amountDiffers().items())
                .extracting(Difference::reference, Difference::ledgerAmount, Difference::ledgerCurrency)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("w1", 401L, "KRW"),
                        org.assertj.core.groups.Tuple.tuple("w2", 500L, "EUR"));
        assertThat(report.matched()).isZero();
    }

    @Test
    void listsWhatWasPaidTwiceInThisOrAnEarlierStatement() {
        StatementReport report = compare(
                List.of(
                        line("w1", Kind.PAYOUT, 400, Status.PAID),
                        line("w1", Kind.PAYOUT, 400, Status.PAID),
                        line("w2", Kind.PAYOUT, 500, Status.PAID)),
                List.of(payout("w1", 400), payout("w2", 500)),
                Set.of("w2/pay"),
                List.of());
        assertThat(report.matched()).isEqualTo(1);
        assertThat(report.paidTwice().items()).extracting(Difference::reference).containsExactly("w1", "w2");
    }

    @Test
    void expectsNoPaymentForWhatWasNotPaid() {
        StatementReport report = compare(
                List.of(line("w1", Kind.PAYOUT, 400, Status.DECLINED), line("w2", Kind.PAYOUT, 500, Status.PENDING)),
                List.of(payout("w2", 500)),
                Set.of(),
                List.of());
        assertThat(report.matched()).isEqualTo(1);
        assertThat(report.missingAtProvider().items())
                .extracting(Difference::reference)
                .containsExactly("w2");
    }

    @Test
    void leavesAloneWhatTheStatementDoesNotCover() {
        StatementRequest payouts = new StatementRequest("acme", "s", FROM, TO, List.of(Kind.PAYOUT), List.of());
        StatementReport report =
                new StatementComparison(payouts, List.of(), Set.of()).report(List.of(deposit(900)), 7, TO);
        assertThat(report.agrees()).isTrue();
        assertThat(report.position()).isEqualTo(7);
    }

    @Test
    void refusesLinesOutsideOfThePeriodAndTheKinds() {
        StatementLine late = new StatementLine("w", Kind.PAYOUT, 1L, "KRW", TO, Status.PAID);
        assertThatThrownBy(() -> new StatementRequest("acme", "s", FROM, TO, null, List.of(late)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("bookedAt");
        StatementLine payout = line("w", Kind.PAYOUT, 1, Status.PAID);
        assertThatThrownBy(() -> new StatementRequest("acme", "s", FROM, TO, List.of(Kind.DEPOSIT), List.of(payout)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("kind");
        assertThatThrownBy(() -> new StatementRequest("acme", "s", TO, FROM, null, List.of()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("to");
    }

    private static StatementReport compare(
            List<StatementLine> lines, List<LedgerPayment> named, Set<String> before, List<LedgerPayment> unnamed) {
        StatementRequest statement = new StatementRequest("acme", "s", FROM, TO, null, lines);
        return new StatementComparison(statement, named, before).report(unnamed, 1, TO);
    }

    private static StatementLine line(String reference, Kind kind, long amount, Status status) {
        return new StatementLine(reference, kind, amount, "KRW", FROM, status);
    }

    private static LedgerPayment payout(String id, long amount) {
        return new LedgerPayment(id + "/pay", id, false, amount, "KRW", FROM);
    }

    private static LedgerPayment deposit(long amount) {
        return new LedgerPayment(DEPOSIT + "/credit", DEPOSIT, true, amount, "KRW", FROM);
    }
}
