package io.carat.core.withdrawal;

import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.carat.core.money.Money;
import org.jspecify.annotations.Nullable;

/** What can be asked of a withdrawal. */
public sealed interface WithdrawalCommand {

    /** The withdrawal's id. */
    String withdrawalId();

    /** The caller's request key. */
    RequestKey request();

    /** Hold an amount of WITHDRAWABLE. */
    record RequestWithdrawal(
            RequestKey request,
            String brandId,
            String playerId,
            Money amount,
            @Nullable String destination) implements WithdrawalCommand {
        @Override
        public String withdrawalId() {
            return DerivedId.of(brandId, "withdrawal", request.key());
        }
    }

    /**
     * Take a withdrawal a step further.
     *
     * @param paymentProviderId with PAY, the payment provider that is asked; with PAID_OUT and FAIL, the one whose answer this
     *     is. Null where people pay
     */
    record MoveWithdrawal(
            RequestKey request,
            Scope scope,
            String withdrawalId,
            WithdrawalStep step,
            @Nullable String paymentProviderId)
            implements WithdrawalCommand {

        /** A step in which no payment provider takes part. */
        public MoveWithdrawal(RequestKey request, Scope scope, String withdrawalId, WithdrawalStep step) {
            this(request, scope, withdrawalId, step, null);
        }
    }
}
