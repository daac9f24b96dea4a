package io.carat.core.review;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of a review item, derived from what caused it. */
@AggregateRoot(type = "review")
public final class ReviewItem extends LedgerAggregate<ReviewState> {

    @Override
    protected ReviewState evolve(@Nullable ReviewState before, LedgerEvent event) {
        return ReviewState.evolve(before, (ReviewEvent) event);
    }
}
