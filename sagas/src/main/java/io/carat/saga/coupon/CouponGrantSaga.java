package io.carat.saga.coupon;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.carat.core.coupon.CouponCommand.ConfirmCoupon;
import io.carat.core.coupon.CouponEvent.CouponConfirmed;
import io.carat.core.coupon.CouponEvent.CouponForfeited;
import io.carat.core.coupon.CouponEvent.CouponOffered;
import io.carat.saga.shell.SagaShell;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/** Looks after one grant from its offer until it is confirmed, or over before that. */
@ProcessingGroup(CouponGrantSaga.NAME)
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class CouponGrantSaga {

    /** The saga's name, and that of its processor. */
    public static final String NAME = "coupon-grant";

    /** The permanent name that the saga's state is stored under. */
    public static final String STORED_NAME = "saga.coupon-grant.v1";

    /** The commands that this saga may park, by permanent name. */
    public static final Map<String, Class<?>> COMMANDS = Map.of(CouponConfirmation.CONFIRM, ConfirmCoupon.class);

    private CouponConfirmation.@Nullable State state;

    @StartSaga
    @SagaEventHandler(associationProperty = "grantId")
    void on(CouponOffered event, @MessageIdentifier String eventId, SagaShell shell) {
        state = shell.run(NAME, event.grantId(), CouponConfirmation.begin(event, eventId));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "grantId")
    void on(CouponConfirmed event, SagaShell shell) {
        settle(event.grantId(), shell);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "grantId")
    void on(CouponForfeited event, SagaShell shell) {
        settle(event.grantId(), shell);
    }

    private void settle(String grantId, SagaShell shell) {
        if (state instanceof CouponConfirmation.State.Parked) {
            shell.ended(NAME, grantId);
        }
    }
}
