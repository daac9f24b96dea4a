package io.carat.core.win;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.aggregate.WriteOnce;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The stream of a win without a bet, derived from brand, provider and transaction. */
@WriteOnce
@Revision("2")
@AggregateRoot(type = "win")
public final class Win extends LedgerAggregate<WinState> {

    @Override
    protected WinState evolve(@Nullable WinState before, LedgerEvent event) {
        return WinState.evolve(before, (WinEvent) event);
    }
}
