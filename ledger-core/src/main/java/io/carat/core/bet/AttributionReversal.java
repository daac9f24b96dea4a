package io.carat.core.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bucket.BucketEvent.AttributionReversed;
import io.carat.core.bucket.BucketEvent.RequirementImposed;
import io.carat.core.bucket.BucketEvent.RequirementReopened;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.CompletionReason;
import io.carat.core.money.Bps;
import io.carat.core.policy.RollingTerms;
import io.carat.core.review.CloseReview;
import io.carat.core.review.ReviewEvent.ReviewOpened;
import io.carat.core.review.ReviewKind;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.wallet.WalletMovement;
import java.util.Optional;

/**
 * Takes back what a void bet had counted towards requirements (rule book §4). What was released meanwhile is not clawed
 * back: as much has to be wagered again, before everything else, on the product's NORMAL bucket.
 */
final class AttributionReversal {

    private final BetFacts facts;
    private final WalletMovement movement;

    AttributionReversal(BetFacts facts, WalletMovement movement) {
        this.facts = facts;
        this.movement = movement;
    }

    /** Reverses; where as much has to be wagered again, returns the item that people have to look at. */
    Optional<ReviewOpened> reverse(BetDeed deed) {
        long releasedMinor = 0;
        for (BetAttribution attribution : facts.bet().attributions()) {
            releasedMinor += reverse(attribution);
        }
        return releasedMinor > 0 ? Optional.of(impose(deed, releasedMinor)) : Optional.empty();
    }

    /** The id of the item that a void of a bet may open. */
    static String reviewId(String brandId, String authorizationId, BetDeed deed) {
        return CloseReview.reviewId(brandId, deed.causeOf(authorizationId));
    }

    /** Takes an attribution back as far as it has released nothing; returns what it has released, in minor units. */
    private long reverse(BetAttribution attribution) {
        reopen(attribution);
        BucketState bucket = movement.bucket(attribution.bucketTypeCode());
        Optional<Requirement> open = bucket.requirement(attribution.requirementId());
        long beforeMinor =
                open.map(Requirement::progressMinor).orElseGet(() -> bucket.surplusMinor(attribution.requirementId()));
        long takenMinor = Math.min(attribution.progressMinor(), beforeMinor);
        if (takenMinor > 0) {
            movement.record(new AttributionReversed(
                    bucket.id(),
                    facts.bet().terms().authorizationId(),
                    attribution.requirementId(),
                    takenMinor,
                    beforeMinor - takenMinor));
        }
        return isForfeited(attribution) ? 0 : attribution.progressMinor() - takenMinor;
    }

    /** What a transfer ended released nothing: it is there again, and what had counted towards it is taken back. */
    private void reopen(BetAttribution attribution) {
        BucketState bucket = movement.bucket(attribution.bucketTypeCode());
        if (bucket.movedAway(attribution.requirementId()).isPresent()) {
            movement.record(new RequirementReopened(bucket.id(), attribution.requirementId()));
        }
    }

    /** A bonus that ended without being converted has released nothing. */
    private boolean isForfeited(BetAttribution attribution) {
        BucketState bucket = movement.bucket(attribution.bucketTypeCode());
        return facts.bet().terms().legs().stream()
                .filter(leg -> leg.bonusId() != null && leg.bucketTypeCode().equals(attribution.bucketTypeCode()))
                .map(leg -> bucket.endedBonuses().get(leg.bonusId()))
                .anyMatch(ended -> ended != null && ended.reason() != CompletionReason.FULFILLED);
    }

    private ReviewOpened impose(BetDeed deed, long releasedMinor) {
        String normal = facts.target().normalBucket();
        movement.open(normal);
        String bucketId = movement.bucket(normal).id();
        RollingTerms rolling =
                new RollingTerms(Bps.ONE, facts.policy().depositRolling().contributions());
        RequirementTerms imposed = facts.numbers()
                .next(
                        RequirementKind.CORRECTION,
                        facts.target().sourceId(deed),
                        bucketId,
                        releasedMinor,
                        rolling,
                        facts.target().ground());
        movement.record(new RequirementImposed(bucketId, imposed));
        BetAuthorized terms = facts.bet().terms();
        return new ReviewOpened(
                reviewId(terms.brandId(), terms.authorizationId(), deed),
                ReviewKind.CORRECTION_REQUIREMENT,
                terms.brandId(),
                terms.playerId(),
                terms.stake().currency(),
                terms.authorizationId(),
                bucketId,
                imposed.requirementId(),
                imposed.requiredMinor());
    }
}
