package io.carat.api.provider;

import io.carat.core.provider.CallbackOperation;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.WireCode;
import io.carat.core.wallet.PlayableAnswer;
import org.jspecify.annotations.Nullable;

/** How callbacks are read and answered in one contract. */
sealed interface Contract permits GenericContract, Hub88Contract {

    /** The contract of a profile. */
    static Contract of(ProviderProfile profile) {
        return switch (profile.wire().contract()) {
            case GENERIC -> new GenericContract();
            case HUB88 -> new Hub88Contract();
        };
    }

    /**
     * Understands a body.
     *
     * @throws CallbackRefusedException when a member is missing, malformed or of the wrong type
     */
    CallbackCall read(CallbackOperation operation, CallbackBody body, ProviderProfile profile);

    /** Tells what was done. */
    WireAnswer done(CallbackBody body, CallbackResult result, AmountScale scale);

    /**
     * Tells a refusal.
     *
     * @param body null when it could not be read
     * @param balance what the player has, where that is told with the refusal
     */
    WireAnswer refused(
            @Nullable CallbackBody body,
            WireCode code,
            String detail,
            @Nullable PlayableAnswer balance,
            AmountScale scale);
}
