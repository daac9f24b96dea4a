package io.carat.core.coupon;

import io.carat.core.coupon.CampaignEvent.CampaignDefined;
import org.jspecify.annotations.Nullable;

/** A campaign as its events left it. */
public record CampaignState(CampaignDefined defined) {

    /** What it promises. */
    public CampaignTerms terms() {
        return defined.terms();
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when it is defined twice: the history is broken
     */
    public static CampaignState evolve(@Nullable CampaignState state, CampaignEvent event) {
        return switch (event) {
            case CampaignDefined defined when state == null -> new CampaignState(defined);
            case CampaignDefined again -> throw new IllegalStateException("Defined twice: " + again.campaignId());
        };
    }
}
