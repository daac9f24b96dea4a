package io.carat.core.bonus;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream by which a bonus is found: who has it and in which bucket. How it stands is known to the bucket alone. */
@AggregateRoot(type = "bonus")
public final class Bonus extends LedgerAggregate<BonusState> {

    @Override
    protected BonusState evolve(@Nullable BonusState before, LedgerEvent event) {
        return BonusState.evolve(before, (BonusEvent) event);
    }
}
