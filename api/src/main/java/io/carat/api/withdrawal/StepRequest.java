package io.carat.api.withdrawal;

import io.carat.api.http.Field;
import io.carat.api.http.ForbiddenException;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.security.Caller;
import io.carat.api.security.Role;
import io.carat.core.withdrawal.WithdrawalStep;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of a withdrawal: nothing, but for what an admin says in the place of a payment provider. */
record StepRequest(
        @Schema(
                description = "with paid and fail, admin only: whose word this is, when that payment provider told it"
                        + " otherwise than by its answers and callbacks")
        @Nullable
        String paymentProviderId) {

    StepRequest {
        if (paymentProviderId != null) {
            Field.name("paymentProviderId", paymentProviderId);
        }
    }

    /** The payment provider whose word a caller brings; null for the caller's own. */
    @Nullable
    String onBehalfOf(WithdrawalStep step, Caller caller) {
        if (paymentProviderId == null) {
            return null;
        }
        if (!step.endsPayment()) {
            throw new InvalidRequestException("paymentProviderId", "is for the steps paid and fail");
        }
        if (caller.role() != Role.ADMIN) {
            throw new ForbiddenException("Only an admin speaks for a payment provider.");
        }
        return paymentProviderId;
    }
}
