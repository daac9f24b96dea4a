package io.carat.core.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bucket.BucketEvent.AttributionReversed;
import io.carat.core.bucket.BucketEvent.RequirementImposed;
import io.carat.core.bucket.BucketEvent.RequirementReopened;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.CompletionReason;
import io.carat.core.bucket.EndedBonus;
import io.carat.core.money.Bps;
import io.carat.core.policy.RollingTerms;
import io.carat.core.review.CloseReview;
import io.carat.core.review.ReviewEvent.ReviewOpened;
import io.carat.core.review.ReviewKind;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.wallet.WalletMovement;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        EndedBonus ended = endedBonus(attribution);
        if (ended == null || ended.reason() == CompletionReason.FULFILLED) {
            return take(
                    attribution.bucketTypeCode(),
                    attribution.requirementId(),
                    attribution.progressMinor(),
                    attribution.normalProgressMinor());
        }
        // a bonus that ended without being converted has released nothing; what NORMAL stake gave went back to its
        // deposit
        LinkedBonus linked = facts.bet().terms().linkedBonus();
        Long normalMinor = attribution.normalProgressMinor();
        return linked == null || normalMinor == null || ended.reason() == CompletionReason.LOW_BALANCE
                ? 0
                : take(facts.target().normalBucket(), linked.depositRequirementId(), normalMinor, null);
    }

    private long take(String type, String requirementId, long progressMinor, @Nullable Long normalMinor) {
        reopen(type, requirementId);
        BucketState bucket = movement.bucket(type);
        Optional<Requirement> open = bucket.requirement(requirementId);
        long beforeMinor = open.map(Requirement::progressMinor).orElseGet(() -> bucket.surplusMinor(requirementId));
        long takenMinor = Math.min(progressMinor, beforeMinor);
        if (takenMinor > 0) {
            movement.record(new AttributionReversed(
                    bucket.id(),
                    facts.bet().terms().authorizationId(),
                    requirementId,
                    takenMinor,
                    beforeMinor - takenMinor,
                    open.isPresent() ? normalMinor : null));
        }
        return progressMinor - takenMinor;
    }

    /** What a transfer ended released nothing: it is there again, and what had counted towards it is taken back. */
    private void reopen(String type, String requirementId) {
        BucketState bucket = movement.bucket(type);
        if (bucket.movedAway(requirementId).isPresent()) {
            movement.record(new RequirementReopened(bucket.id(), requirementId));
        }
    }

    /** The bonus that an attribution counted to, once it is over; null while it runs, or where there is none. */
    private @Nullable EndedBonus endedBonus(BetAttribution attribution) {
        BetAuthorized terms = facts.bet().terms();
        LinkedBonus linked = terms.linkedBonus();
        Stream<String> ids = Stream.concat(
                terms.legs().stream()
                        .filter(leg ->
                                leg.bonusId() != null && leg.bucketTypeCode().equals(attribution.bucketTypeCode()))
                        .map(Leg::bonusId),
                Stream.ofNullable(linked)
                        .filter(one -> one.bonusBucket().equals(attribution.bucketTypeCode()))
                        .map(LinkedBonus::bonusId));
        return ids.map(movement.bucket(attribution.bucketTypeCode()).endedBonuses()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
