package io.carat.core.deposit;

import io.carat.core.deposit.DepositEvent.DepositCredited;
import org.jspecify.annotations.Nullable;

/** A deposit as its events left it. */
public record DepositState(DepositCredited credited) {

    /** The state after an event. */
    public static DepositState evolve(@Nullable DepositState state, DepositEvent event) {
        return switch (event) {
            case DepositCredited credited when state == null -> new DepositState(credited);
            case DepositCredited again -> throw new IllegalStateException("Credited twice: " + again.depositId());
        };
    }
}
