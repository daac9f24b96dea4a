package io.carat.core.bet;

/**
 * The coupon that a bet names, as far as a policy has to know it.
 *
 * @param grantId the grant
 * @param partialUse whether it may be used in parts
 */
public record NamedCoupon(String grantId, boolean partialUse) {}
