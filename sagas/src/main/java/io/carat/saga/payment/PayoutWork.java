package io.carat.saga.payment;

import io.carat.core.withdrawal.WithdrawalStatus;
import io.carat.saga.payment.PayoutConclusion.Effect;
import io.carat.saga.payment.PayoutSteps.Next;
import io.carat.saga.payment.PayoutSteps.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out payouts that are due, one at a time per call; any number of threads and nodes may work side by side. A payout
 * whose outcome is not known stays open, for as long as the provider takes: nothing is released on a guess.
 */
public final class PayoutWork {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutWork.class);

    private final String paymentProviderId;
    private final PaymentProvider provider;
    private final Payouts payouts;
    private final WithdrawalLedger ledger;
    private final PayoutConclusion conclusion;
    private final Timing timing;
    private final Clock clock;

    /** Pays through this provider what was given to it under this id. */
    public PayoutWork(
            String paymentProviderId,
            PaymentProvider provider,
            Payouts payouts,
            WithdrawalLedger ledger,
            PayoutConclusion conclusion,
            Timing timing,
            Clock clock) {
        this.paymentProviderId = paymentProviderId;
        this.provider = provider;
        this.payouts = payouts;
        this.ledger = ledger;
        this.conclusion = conclusion;
        this.timing = timing;
        this.clock = clock;
    }

    /**
     * When payouts are taken up again.
     *
     * @param lease how long one that is being worked on is left alone; longer than a call to the provider takes
     * @param firstPause after the first attempt; each further pause is twice as long
     * @param longestPause their bound
     */
    public record Timing(Duration lease, Duration firstPause, Duration longestPause) {

        Pauses pauses() {
            return new Pauses(firstPause, longestPause);
        }
    }

    /** Takes up one payout that is due; says whether there was one. */
    public boolean next() {
        Optional<Payout> taken = payouts.take(paymentProviderId, clock.instant(), timing.lease());
        taken.ifPresent(this::attempt);
        return taken.isPresent();
    }

    private void attempt(Payout payout) {
        try {
            PayoutResult result = ask(payout);
            switch (PayoutSteps.next(result, payout.attempt(), timing.pauses())) {
                case Next.Conclude(var word) -> conclude(payout, word);
                case Next.Later(var stage, var pause) -> putOff(payout, stage, pause, result.toString());
            }
        } catch (RuntimeException e) {
            LOG.warn("Payout {} could not be carried on", payout.withdrawalId(), e);
            putOff(payout, PayoutStage.ASKED, timing.pauses().after(payout.attempt()), e.toString());
        }
    }

    private PayoutResult ask(Payout payout) {
        return switch (PayoutSteps.question(payout.stage())) {
            case PAY -> isPaying(payout) ? provider.pay(payout.instruction()) : provider.status(payout.instruction());
            case STATUS -> provider.status(payout.instruction());
        };
    }

    // The table alone does not send money: it may be older than the ledger, after a restore for example.
    private boolean isPaying(Payout payout) {
        return ledger.status(payout.withdrawalId()).equals(Optional.of(WithdrawalStatus.PAYING));
    }

    private void conclude(Payout payout, PayoutResult.Final word) {
        Effect effect = conclusion.conclude(payout, word);
        PayoutStage stage = switch (effect) {
            case CONTRADICTED -> PayoutStage.CONTRADICTED;
            case CONCLUDED, REPEATED ->
                switch (word) {
                    case PayoutResult.Paid ignored -> PayoutStage.PAID;
                    case PayoutResult.Declined ignored -> PayoutStage.FAILED;
                };
        };
        payouts.end(payout.withdrawalId(), stage, Answers.storable(word), clock.instant());
    }

    private void putOff(Payout payout, PayoutStage stage, Duration pause, String answer) {
        payouts.putOff(payout, stage, clock.instant().plus(pause), Answers.storable(answer));
    }
}
