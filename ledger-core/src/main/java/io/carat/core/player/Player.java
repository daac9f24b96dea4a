package io.carat.core.player;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The stream of a player. */
@Revision("3") // snapshots of the state without coupons are left out
@AggregateRoot(type = "player")
public final class Player extends LedgerAggregate<PlayerState> {

    @Override
    protected PlayerState evolve(@Nullable PlayerState before, LedgerEvent event) {
        return PlayerState.evolve(before, (PlayerEvent) event);
    }
}
