package io.carat.core.access;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of an API token. */
@AggregateRoot(type = "token")
public final class ApiToken extends LedgerAggregate<TokenState> {

    @Override
    protected TokenState evolve(@Nullable TokenState before, LedgerEvent event) {
        return TokenState.evolve(before, (TokenEvent) event);
    }
}
