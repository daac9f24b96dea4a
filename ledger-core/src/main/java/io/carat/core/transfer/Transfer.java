package io.carat.core.transfer;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.aggregate.WriteOnce;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of a transfer, derived from brand and request key. */
@WriteOnce
@AggregateRoot(type = "transfer")
public final class Transfer extends LedgerAggregate<TransferState> {

    @Override
    protected TransferState evolve(@Nullable TransferState before, LedgerEvent event) {
        return TransferState.evolve(before, (TransferEvent) event);
    }
}
