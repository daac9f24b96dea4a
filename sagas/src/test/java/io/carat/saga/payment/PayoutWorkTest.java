package io.carat.saga.payment;

import static io.carat.saga.payment.PayoutTable.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.withdrawal.WithdrawalAnswer;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payout's whole way, with a provider and a ledger that do as they are told. */
class PayoutWorkTest {

    private static final PayoutTable TABLE = new PayoutTable();

    private final Provider provider = new Provider();
    private final Ledger ledger = new Ledger();
    private final AtomicInteger contradictions = new AtomicInteger();
    private int attempts;

    @BeforeEach
    void clear() {
        TABLE.clear();
        TABLE.open("w");
    }

    @AfterAll
    static void close() {
        TABLE.close();
    }

    @Test
    void paysOnce() {
        provider.answers.add(new PayoutResult.Paid());
        work();
        assertThat(provider.asked).containsExactly("pay w 4000 KRW");
        assertThat(ledger.moved).containsExactly("PAID_OUT psp");
        assertThat(TABLE.row("w")).isEqualTo("PAID 1 Paid[] ended");
        assertThat(work()).isFalse();
    }

    @Test
    void releasesWhatIsDeclined() {
        provider.answers.add(new PayoutResult.Declined("closed account"));
        work();
        assertThat(ledger.moved).containsExactly("FAIL psp");
        assertThat(TABLE.row("w")).isEqualTo("FAILED 1 Declined[reason=closed account] ended");
    }

    @Test
    void asksAfterATimeOutAndNeverSendsAgain() {
        provider.answers.add(new PayoutResult.Unknown("time-out"));
        provider.answers.add(new PayoutResult.Unknown("time-out"));
        provider.answers.add(new PayoutResult.Pending());
        provider.answers.add(new PayoutResult.Paid());
        work();
        assertThat(TABLE.row("w")).isEqualTo("ASKED 1 Unknown[cause=time-out] in 2");
        assertThat(ledger.moved).isEmpty();
        work();
        work();
        work();
        assertThat(provider.asked).containsExactly("pay w 4000 KRW", "status w", "status w", "status w");
        assertThat(ledger.moved).containsExactly("PAID_OUT psp");
    }

    @Test
    void sendsAgainOnceTheProviderSaysThatItHasNone() {
        provider.answers.add(new PayoutResult.Unknown("refused"));
        provider.answers.add(new PayoutResult.Absent());
        provider.answers.add(new PayoutResult.Paid());
        work();
        work();
        work();
        assertThat(provider.asked).containsExactly("pay w 4000 KRW", "status w", "pay w 4000 KRW");
    }

    @Test
    void asksTheProviderAgainWhenTheLedgerDidNotConfirm() {
        provider.answers.add(new PayoutResult.Paid());
        provider.answers.add(new PayoutResult.Paid());
        ledger.failures = 1;
        work();
        assertThat(TABLE.row("w")).startsWith("ASKED 1 java.lang.IllegalStateException: ledger");
        work();
        assertThat(provider.asked).containsExactly("pay w 4000 KRW", "status w");
        assertThat(ledger.moved).containsExactly("PAID_OUT psp", "PAID_OUT psp");
        assertThat(TABLE.row("w")).startsWith("PAID 2");
    }

    @Test
    void sendsNothingForAWithdrawalThatIsNotPaying() {
        ledger.status = WithdrawalStatus.FAILED;
        provider.answers.add(new PayoutResult.Absent());
        work();
        assertThat(provider.asked).containsExactly("status w");
    }

    @Test
    void aRepeatedWordMovesNothing() {
        ledger.status = WithdrawalStatus.PAID;
        provider.answers.add(new PayoutResult.Paid());
        work();
        assertThat(ledger.moved).isEmpty();
        assertThat(TABLE.row("w")).startsWith("PAID");
        assertThat(contradictions).hasValue(0);
    }

    @Test
    void aContradictingWordMovesNothingAndIsCounted() {
        ledger.status = WithdrawalStatus.FAILED;
        provider.answers.add(new PayoutResult.Paid());
        work();
        assertThat(ledger.moved).isEmpty();
        assertThat(contradictions).hasValue(1);
        assertThat(TABLE.row("w")).isEqualTo("CONTRADICTED 1 Paid[] ended");
    }

    @Test
    void aRefusalOfTheLedgerIsLeftToPeople() {
        ledger.refuses = true;
        provider.answers.add(new PayoutResult.Paid());
        work();
        assertThat(contradictions).hasValue(1);
        assertThat(TABLE.row("w")).startsWith("CONTRADICTED");
    }

    @Test
    void survivesAnswersThatCannotBeStored() {
        provider.answers.add(new PayoutResult.Unknown("\0" + "x".repeat(2_000)));
        work();
        assertThat(TABLE.row("w")).startsWith("ASKED 1 Unknown[cause= xxx");
    }

    /** One attempt, when it is due. */
    private boolean work() {
        Clock clock = Clock.fixed(NOW.plus(Duration.ofHours(attempts++)), ZoneOffset.UTC);
        PayoutWork.Timing timing =
                new PayoutWork.Timing(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofMinutes(5));
        PayoutConclusion conclusion = new PayoutConclusion(ledger, contradictions::incrementAndGet);
        return new PayoutWork("psp", provider, TABLE.payouts, ledger, conclusion, timing, clock).next();
    }

    private static final class Provider implements PaymentProvider {

        final Queue<PayoutResult> answers = new ArrayDeque<>();
        final List<String> asked = new ArrayList<>();

        @Override
        public PayoutResult pay(PayoutInstruction instruction) {
            asked.add("pay " + instruction.reference() + " "
                    + instruction.amount().amountMinor() + " "
                    + instruction.amount().currency());
            return answers.remove();
        }

        @Override
        public PayoutResult status(PayoutInstruction instruction) {
            asked.add("status " + instruction.reference());
            return answers.remove();
        }
    }

    private static final class Ledger implements WithdrawalLedger {

        final List<String> moved = new ArrayList<>();
        WithdrawalStatus status = WithdrawalStatus.PAYING;
        int failures;
        boolean refuses;

        @Override
        public Optional<WithdrawalStatus> status(String withdrawalId) {
            return Optional.of(status);
        }

        @Override
        public Outcome move(MoveWithdrawal command) {
            moved.add(command.step() + " " + command.paymentProviderId());
            if (failures-- > 0) {
                throw new IllegalStateException("ledger");
            }
            if (refuses) {
                return new Outcome.Refused(Rejection.of(RejectionCode.WITHDRAWAL_STATE_CONFLICT, "no"), false);
            }
            status = command.step().to();
            return new Outcome.Done(new WithdrawalAnswer("w", status, 4_000, "KRW"), null);
        }
    }
}
