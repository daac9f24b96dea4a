package io.carat.core.withdrawal;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of a withdrawal, derived from brand and request key. */
@AggregateRoot(type = "withdrawal")
public final class Withdrawal extends LedgerAggregate<WithdrawalState> {

    @Override
    protected WithdrawalState evolve(@Nullable WithdrawalState before, LedgerEvent event) {
        return WithdrawalState.evolve(before, (WithdrawalEvent) event);
    }
}
