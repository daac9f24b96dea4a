package io.carat.core.withdrawal;

import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalApproved;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalCancelled;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalFailed;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalPaid;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalPaymentStarted;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalRejected;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalRequested;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal as its events left it.
 *
 * @param paymentProviderId the payment provider that was asked to pay; null before, and where people pay
 */
public record WithdrawalState(
        WithdrawalRequested terms,
        WithdrawalStatus status,
        @Nullable String paymentProviderId) {

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when the event cannot follow the state: the history is broken
     */
    public static WithdrawalState evolve(@Nullable WithdrawalState state, WithdrawalEvent event) {
        if (event instanceof WithdrawalRequested requested && state == null) {
            return new WithdrawalState(requested, WithdrawalStatus.HELD, null);
        }
        if (state == null) {
            throw new IllegalStateException(event + " of a withdrawal that was never requested");
        }
        return switch (event) {
            case WithdrawalRequested again -> throw new IllegalStateException("Requested twice: " + again);
            case WithdrawalApproved ignored -> state.after(WithdrawalStep.APPROVE);
            case WithdrawalPaymentStarted started ->
                state.paidBy(started.paymentProviderId()).after(WithdrawalStep.PAY);
            case WithdrawalPaid ignored -> state.after(WithdrawalStep.PAID_OUT);
            case WithdrawalFailed ignored -> state.after(WithdrawalStep.FAIL);
            case WithdrawalRejected ignored -> state.after(WithdrawalStep.REJECT);
            case WithdrawalCancelled ignored -> state.after(WithdrawalStep.CANCEL);
        };
    }

    private WithdrawalState after(WithdrawalStep step) {
        if (!step.startsFrom(status)) {
            throw new IllegalStateException(step + " cannot follow " + status + ": " + terms.withdrawalId());
        }
        return new WithdrawalState(terms, step.to(), paymentProviderId);
    }

    private WithdrawalState paidBy(@Nullable String provider) {
        return new WithdrawalState(terms, status, provider);
    }
}
