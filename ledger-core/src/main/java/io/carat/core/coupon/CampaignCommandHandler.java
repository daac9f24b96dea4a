package io.carat.core.coupon;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.claim.Claims;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** Takes campaigns: loads, decides, appends. */
public final class CampaignCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public CampaignCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Defines a campaign once per brand and code. */
    @CommandHandler
    public Outcome handle(DefineCampaign command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(
                Claims.underRequest(unit, command.brandId(), command.request(), () -> define(unit, command)));
    }

    private static Decision define(LedgerUnit unit, DefineCampaign command) {
        CampaignState state = unit.loadNew(LoadOrder.SUBJECT, Campaign.class, command.campaignId());
        return new CampaignDefinition(command, new ActiveConfiguration(unit), unit.now()).decide(state);
    }

    /** A campaign as it stands. */
    @CommandHandler
    public Outcome handle(ReadCampaign query) {
        LedgerUnit unit = new LedgerUnit(access);
        String brandId = CampaignTerms.brandOf(query.campaignId());
        Optional<CampaignState> state = brandId != null && query.scope().covers(brandId)
                ? unit.reference(Campaign.class, query.campaignId())
                : Optional.empty();
        return unit.conclude(state.map(found -> Decision.accepted(
                        List.of(), CampaignAnswer.of(found.defined(), grantedMinor(unit, found.terms()))))
                .orElseGet(() -> Decision.rejected(
                        RejectionCode.CAMPAIGN_NOT_FOUND, "There is no campaign " + query.campaignId() + ".")));
    }

    private static long grantedMinor(LedgerUnit unit, CampaignTerms terms) {
        return unit.reference(CampaignBudget.class, BudgetState.streamId(terms.brandId(), terms.campaignId()))
                .map(BudgetState::grantedMinor)
                .orElse(0L);
    }
}
