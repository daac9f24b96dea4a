package io.carat.saga.payment;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalFailed;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalPaid;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalPaymentStarted;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;

/**
 * Looks after the payment of one withdrawal: opens its payout, which {@link PayoutWork} carries out apart from the event
 * processor, so that a slow payment provider holds up no event; and ends it with the withdrawal. All its state is that
 * payout's.
 */
@ProcessingGroup(WithdrawalPaymentSaga.NAME)
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class WithdrawalPaymentSaga {

    /** The saga's name, and that of its processor. */
    public static final String NAME = "withdrawal-payment";

    /** The permanent name that the saga's state is stored under. */
    public static final String STORED_NAME = "saga.withdrawal-payment.v1";

    @StartSaga
    @SagaEventHandler(associationProperty = "withdrawalId")
    void on(WithdrawalPaymentStarted event, @Timestamp Instant at, Payouts payouts) {
        String provider = event.paymentProviderId();
        if (provider == null) {
            SagaLifecycle.end();
        } else {
            payouts.open(
                    new PayoutInstruction(event.withdrawalId(), event.amount(), event.destination()), provider, at);
        }
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "withdrawalId")
    void on(WithdrawalPaid event, @Timestamp Instant at, Payouts payouts) {
        payouts.end(event.withdrawalId(), PayoutStage.PAID, null, at);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "withdrawalId")
    void on(WithdrawalFailed event, @Timestamp Instant at, Payouts payouts) {
        payouts.end(event.withdrawalId(), PayoutStage.FAILED, null, at);
    }
}
