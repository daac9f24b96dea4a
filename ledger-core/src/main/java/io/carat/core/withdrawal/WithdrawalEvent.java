package io.carat.core.withdrawal;

import io.carat.core.decision.LedgerEvent;
import io.carat.core.money.Money;
import io.carat.core.topology.TopologyRef;
import org.jspecify.annotations.Nullable;

/** What happens to a withdrawal. */
public sealed interface WithdrawalEvent extends LedgerEvent {

    /** The withdrawal's stream, derived from brand and request key. */
    String withdrawalId();

    @Override
    default String streamId() {
        return withdrawalId();
    }

    /** The amount is held from WITHDRAWABLE. */
    record WithdrawalRequested(
            String withdrawalId,
            String brandId,
            String playerId,
            Money amount,
            String bucketId,
            @Nullable String destination,
            TopologyRef topology)
            implements WithdrawalEvent {}

    /** Staff or a rule approved it. */
    record WithdrawalApproved(String withdrawalId) implements WithdrawalEvent {}

    /**
     * Payment has begun, and only the word of who pays ends this.
     *
     * @param paymentProviderId the payment provider that pays; null where people do
     * @param amount as requested, so that the payment order can be read off this event alone
     */
    record WithdrawalPaymentStarted(
            String withdrawalId,
            @Nullable String paymentProviderId,
            Money amount,
            @Nullable String destination) implements WithdrawalEvent {}

    /** The payment provider has paid: the hold is gone. */
    record WithdrawalPaid(String withdrawalId) implements WithdrawalEvent {}

    /** The payment provider will not pay: the hold is released. */
    record WithdrawalFailed(String withdrawalId) implements WithdrawalEvent {}

    /** Staff refused it before payment: the hold is released. */
    record WithdrawalRejected(String withdrawalId) implements WithdrawalEvent {}

    /** The player took it back before payment: the hold is released. */
    record WithdrawalCancelled(String withdrawalId) implements WithdrawalEvent {}
}
