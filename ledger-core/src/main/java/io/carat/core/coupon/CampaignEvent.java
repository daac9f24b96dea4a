package io.carat.core.coupon;

import io.carat.core.decision.LedgerEvent;

/** What happens to a campaign. Its budget is not kept here, so that wins can read the terms without a lock (ADR 0018). */
public sealed interface CampaignEvent extends LedgerEvent {

    /** The campaign's stream, derived from brand and code. */
    String campaignId();

    @Override
    default String streamId() {
        return campaignId();
    }

    /**
     * A campaign exists.
     *
     * @param fingerprint a digest of what was asked for; another campaign under the same code is a mismatch
     * @param requestClaimId the claim of the request that defined it
     */
    record CampaignDefined(String campaignId, CampaignTerms terms, String fingerprint, String requestClaimId)
            implements CampaignEvent {}
}
