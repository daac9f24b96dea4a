package io.carat.core.coupon;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import java.util.Optional;

/** What can be asked of a grant. */
public sealed interface CouponCommand {

    /** The grant's id. */
    String grantId();

    /** The brand that a grant's id belongs to; empty when the text is no such id. */
    static Optional<String> brandOf(String grantId) {
        return DerivedId.brandOf("grant", grantId);
    }

    /**
     * Give a player a coupon of a campaign.
     *
     * @param campaign the campaign, by id or by its code within the brand
     * @param trigger the caller's id of what earned it: a player gets one grant of a campaign for it
     */
    record GrantCoupon(RequestKey request, String brandId, String playerId, String campaign, String trigger)
            implements CouponCommand {

        /** The campaign's id. */
        public String campaignId() {
            return CampaignTerms.named(brandId, campaign);
        }

        @Override
        public String grantId() {
            return DerivedId.of(brandId, "grant", campaignId(), playerId, trigger);
        }
    }

    /** Confirm a grant that was offered; sent by the saga that looks after it. */
    record ConfirmCoupon(String grantId) implements CouponCommand {}

    /** Send what is left of a grant back to PROMO if its time is over; sent by a job. */
    record ExpireCoupon(String grantId) implements CouponCommand {}

    /** Take back what is left of a grant. */
    record RevokeCoupon(RequestKey request, Scope scope, String grantId, AuditNote audit) implements CouponCommand {}

    /** Read a grant as it stands. */
    record ReadCoupon(Scope scope, String grantId) implements CouponCommand {}
}
