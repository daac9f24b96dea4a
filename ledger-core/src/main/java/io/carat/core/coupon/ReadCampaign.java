package io.carat.core.coupon;

import io.carat.core.decision.Scope;

/** Read a campaign by its id. */
public record ReadCampaign(Scope scope, String campaignId) {}
