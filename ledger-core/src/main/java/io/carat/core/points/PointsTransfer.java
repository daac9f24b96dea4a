package io.carat.core.points;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.aggregate.WriteOnce;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of a transfer of points, derived from the request that made it. */
@WriteOnce
@AggregateRoot(type = "points-transfer")
public final class PointsTransfer extends LedgerAggregate<PointsTransferState> {

    @Override
    protected PointsTransferState evolve(@Nullable PointsTransferState before, LedgerEvent event) {
        return PointsTransferState.evolve(before, (PointsTransferEvent) event);
    }
}
