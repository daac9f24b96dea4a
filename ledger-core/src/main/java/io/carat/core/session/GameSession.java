package io.carat.core.session;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of a token that was handed out. */
@AggregateRoot(type = "game-session")
public final class GameSession extends LedgerAggregate<SessionState> {

    @Override
    protected SessionState evolve(@Nullable SessionState before, LedgerEvent event) {
        return SessionState.evolve(before, (SessionEvent) event);
    }
}
