package io.carat.core.claim;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.aggregate.WriteOnce;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of a key that can be used once. */
@WriteOnce
@AggregateRoot(type = "claim")
public final class Claim extends LedgerAggregate<ClaimState> {

    @Override
    protected ClaimState evolve(@Nullable ClaimState before, LedgerEvent event) {
        return ClaimState.evolve(before, (ClaimEvent) event);
    }
}
