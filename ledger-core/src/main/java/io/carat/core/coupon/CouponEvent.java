package io.carat.core.coupon;

import io.carat.core.bucket.Posting;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.time.Instant;

/**
 * What happens to a grant. A grant is an account of its own: what remains of it is its available balance, what an open bet has
 * reserved is held (ADR 0022).
 */
public sealed interface CouponEvent extends LedgerEvent {

    /** The grant's stream, derived from campaign, player and trigger. */
    String grantId();

    /** The server's time of the decision. */
    Instant at();

    @Override
    default String streamId() {
        return grantId();
    }

    /** An event that moves money. */
    sealed interface Posted extends CouponEvent {
        /** The movement, seen from the grant. */
        Posting posting();
    }

    /** An event that moves money for a bet. */
    sealed interface OfBet extends Posted {
        /** The bet. */
        String authorizationId();
    }

    /**
     * A grant exists, its face came from PROMO, and the campaign's budget is reserved for it.
     *
     * @param trigger the caller's id of what earned it
     * @param terms the campaign's as they were
     * @param topology the active one
     * @param policy the active one of the campaign's first product
     * @param requestClaimId the claim of the request that granted it
     */
    record CouponOffered(
            String grantId,
            String campaignId,
            String playerId,
            String trigger,
            CampaignTerms terms,
            Posting posting,
            TopologyRef topology,
            PolicyRef policy,
            String requestClaimId,
            Instant at)
            implements Posted {}

    /** The saga has confirmed the grant: it may be used. */
    record CouponConfirmed(String grantId, Instant at) implements CouponEvent {}

    /** A bet holds a part of it. */
    record CouponReserved(String grantId, Posting posting, String authorizationId, Instant at) implements OfBet {}

    /** What a bet held went to the house. */
    record CouponConsumed(String grantId, Posting posting, String authorizationId, Instant at) implements OfBet {}

    /** What a bet held is back. */
    record CouponReleased(String grantId, Posting posting, String authorizationId, Instant at) implements OfBet {}

    /** A bet that had consumed it does not count any more: the house gives it back. */
    record CouponRestored(String grantId, Posting posting, String authorizationId, Instant at) implements OfBet {}

    /** A refund of a bet was corrected: what had come back goes to the house after all. */
    record CouponRetaken(String grantId, Posting posting, String authorizationId, Instant at) implements OfBet {}

    /** What was left went back to PROMO. */
    record CouponForfeited(String grantId, Posting posting, CouponEnd end, Instant at) implements Posted {}

    /** Staff took it back: what remains is forfeited with it, what a bet holds when the bet ends without using it. */
    record CouponRevoked(String grantId, AuditNote audit, Instant at) implements CouponEvent, AuditedEvent {}
}
