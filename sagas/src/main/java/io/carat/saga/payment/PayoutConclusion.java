package io.carat.saga.payment;

import io.carat.core.decision.DerivedId;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalStatus;
import io.carat.core.withdrawal.WithdrawalStep;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a payment provider's final word into the ledger: the same word any number of times, by answer or by callback, moves
 * the money once; a word that contradicts the state the withdrawal has ended in moves nothing.
 */
public final class PayoutConclusion {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutConclusion.class);

    private final WithdrawalLedger ledger;
    private final Runnable contradictions;

    /** Concludes in this ledger; contradictions are counted there. */
    public PayoutConclusion(WithdrawalLedger ledger, Runnable contradictions) {
        this.ledger = ledger;
        this.contradictions = contradictions;
    }

    /** What a final word did. */
    public enum Effect {
        /** The withdrawal has ended by it. */
        CONCLUDED,
        /** It had ended so before. */
        REPEATED,
        /** The withdrawal is in a state that excludes it; nothing moved. */
        CONTRADICTED
    }

    /**
     * Ends the withdrawal of a payout.
     *
     * @throws RuntimeException when the ledger cannot be reached or does not confirm; the same word can be brought again
     */
    public Effect conclude(Payout payout, PayoutResult.Final word) {
        WithdrawalStep step = step(word);
        // Looked at first: a refusal would be stored under the derived key, and stand in the way of the right moment.
        Optional<Effect> known = settled(payout, step);
        if (known.isPresent()) {
            return known.get();
        }
        return switch (ledger.move(command(payout, step))) {
            case Outcome.Done done -> done.replayedFrom() == null ? Effect.CONCLUDED : Effect.REPEATED;
            case Outcome.Refused refused ->
                settled(payout, step)
                        .orElseGet(() -> contradicted(
                                payout, step, "refused: " + refused.rejection().detail()));
        };
    }

    private Optional<Effect> settled(Payout payout, WithdrawalStep step) {
        Optional<WithdrawalStatus> status = ledger.status(payout.withdrawalId());
        if (status.equals(Optional.of(WithdrawalStatus.PAYING))) {
            return Optional.empty();
        }
        return Optional.of(
                status.equals(Optional.of(step.to()))
                        ? Effect.REPEATED
                        : contradicted(payout, step, status.map(Enum::name).orElse("no withdrawal of this ledger")));
    }

    private Effect contradicted(Payout payout, WithdrawalStep step, String state) {
        LOG.error(
                "Payment provider {} says {} of withdrawal {}, which is {}; nothing was moved",
                payout.paymentProviderId(),
                step.to(),
                payout.withdrawalId(),
                state);
        contradictions.run();
        return Effect.CONTRADICTED;
    }

    static WithdrawalStep step(PayoutResult.Final word) {
        return switch (word) {
            case PayoutResult.Paid ignored -> WithdrawalStep.PAID_OUT;
            case PayoutResult.Declined ignored -> WithdrawalStep.FAIL;
        };
    }

    // The key is derived, so that a repeat replays; a tab is in no Idempotency-Key, so that no caller can take it
    // first.
    private static MoveWithdrawal command(Payout payout, WithdrawalStep step) {
        RequestKey request = new RequestKey(
                "payout\t" + payout.withdrawalId() + "\t" + step,
                DerivedId.fingerprint(payout.paymentProviderId(), payout.withdrawalId(), step));
        return new MoveWithdrawal(request, Scope.EVERYTHING, payout.withdrawalId(), step, payout.paymentProviderId());
    }
}
