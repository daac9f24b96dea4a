package io.carat.core.coupon;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of a campaign's budget, apart from the campaign: wins read its terms without a lock (ADR 0018). */
@AggregateRoot(type = "campaign-budget")
public final class CampaignBudget extends LedgerAggregate<BudgetState> {

    @Override
    protected BudgetState evolve(@Nullable BudgetState before, LedgerEvent event) {
        return BudgetState.evolve(before, (BudgetEvent) event);
    }
}
