package io.carat.saga.coupon;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.carat.core.coupon.CouponCommand.ConfirmCoupon;
import io.carat.core.coupon.CouponEvent.CouponOffered;
import io.carat.saga.shell.SagaCommand;
import io.carat.saga.shell.SagaStep;
import java.util.List;

/**
 * The steps of a grant (rule book §5). One append has reserved the budget and created the grant with its ledger row, so only the
 * confirmation is left.
 */
final class CouponConfirmation {

    /** The permanent name that the confirmation is parked under. */
    static final String CONFIRM = "coupon.confirm.v1";

    private CouponConfirmation() {}

    /** Where a confirmation stands; stored with the saga under permanent names. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = State.Confirmed.class, name = "confirmed"),
        @JsonSubTypes.Type(value = State.Parked.class, name = "parked")
    })
    sealed interface State {
        /** The confirmation was sent and holds; its event ends the saga. */
        record Confirmed(String grantId) implements State {}

        /** The confirmation could not be done, for this cause; it is parked and tried again. */
        record Parked(String grantId, String cause) implements State {}
    }

    /** A grant was offered: confirm it. */
    static SagaStep<State> begin(CouponOffered event, String eventId) {
        return new SagaStep<>(
                new State.Confirmed(event.grantId()),
                List.of(SagaCommand.of(eventId, "confirm", CONFIRM, new ConfirmCoupon(event.grantId()))),
                cause -> new State.Parked(event.grantId(), cause));
    }
}
