package io.carat.core.deposit;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of a deposit, derived from brand and paymentRef. */
@AggregateRoot(type = "deposit")
public final class Deposit extends LedgerAggregate<DepositState> {

    @Override
    protected DepositState evolve(@Nullable DepositState before, LedgerEvent event) {
        return DepositState.evolve(before, (DepositEvent) event);
    }
}
