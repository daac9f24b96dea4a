package io.carat.core.topology;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The platform's one stream. */
@AggregateRoot(type = "platform")
public final class Platform extends LedgerAggregate<PlatformState> {

    @Override
    protected PlatformState evolve(@Nullable PlatformState before, LedgerEvent event) {
        return PlatformState.evolve(before, (PlatformEvent) event);
    }
}
