package io.carat.core.bet;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The stream of a bet, derived from brand, provider and betId. */
@Revision("3")
@AggregateRoot(type = "bet")
public final class BetAuthorization extends LedgerAggregate<BetState> {

    @Override
    protected BetState evolve(@Nullable BetState before, LedgerEvent event) {
        return BetState.evolve(before, (BetEvent) event);
    }
}
