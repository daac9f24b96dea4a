package io.carat.core.coupon;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** The stream of a campaign, derived from brand and code. */
@AggregateRoot(type = "campaign")
public final class Campaign extends LedgerAggregate<CampaignState> {

    @Override
    protected CampaignState evolve(@Nullable CampaignState before, LedgerEvent event) {
        return CampaignState.evolve(before, (CampaignEvent) event);
    }
}
