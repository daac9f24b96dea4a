package io.carat.core.bucket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.rolling.Attribution;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.TopologyRef;
import org.jspecify.annotations.Nullable;

/** What happens to a bucket. Events that move money carry a {@link Posting}; the others change what covers it. */
public sealed interface BucketEvent extends LedgerEvent {

    /** The bucket's id, which is its stream. */
    String bucketId();

    @Override
    default String streamId() {
        return bucketId();
    }

    /** An event that moves money. */
    sealed interface Posted extends BucketEvent
            permits BucketCredited,
                    BucketDebited,
                    FundsHeld,
                    HoldReturned,
                    HoldTaken,
                    ReceivableOpened,
                    ReceivableCancelled,
                    PointsEvent {
        /** The movement. */
        Posting posting();
    }

    /** The bucket exists, empty. */
    record BucketOpened(String bucketId, BucketKey key, BucketRole role, TopologyRef topology) implements BucketEvent {}

    /**
     * Available money grew.
     *
     * @param requirement what the credit obliges to, null when it owes nothing
     * @param bonus the bonus that the credit grants, null when it grants none
     */
    record BucketCredited(
            String bucketId,
            Posting posting,
            @Nullable RequirementTerms requirement,
            @Nullable BonusTerms bonus) implements Posted {}

    /** Available money left. */
    record BucketDebited(String bucketId, Posting posting) implements Posted {}

    /** Available money is held for a bet or a withdrawal. */
    record FundsHeld(String bucketId, Posting posting) implements Posted {}

    /** Held money is available again. */
    record HoldReturned(String bucketId, Posting posting) implements Posted {}

    /** Held money is gone: a stake to the house, a withdrawal to the payment provider. */
    record HoldTaken(String bucketId, Posting posting) implements Posted {}

    /**
     * A correction could not be paid: the player owes it. No money of the bucket moves; RECEIVABLE pays HOUSE.
     *
     * @param receivableId derived from the correction
     * @param authorizationId the bet that was corrected
     */
    record ReceivableOpened(String bucketId, Posting posting, String receivableId, String authorizationId)
            implements Posted {}

    /** A debt was paid back from a later payout; the money left by a debit of the bucket that was credited. */
    record ReceivableRecovered(String bucketId, String receivableId, long amountMinor) implements BucketEvent {}

    /** A later correction of the same bet took a debt back. No money of the bucket moves; HOUSE pays RECEIVABLE. */
    record ReceivableCancelled(String bucketId, Posting posting, String receivableId) implements Posted {}

    /** A requirement without a credit: what was released by a bet that no longer counts has to be wagered again. */
    record RequirementImposed(String bucketId, RequirementTerms requirement) implements BucketEvent {}

    /** The payout that a requirement was created for was corrected. */
    record RequirementRecalculated(String bucketId, String requirementId, long baseMinor, long requiredMinor)
            implements BucketEvent {}

    /**
     * A bet no longer counts: what it had counted towards a requirement is taken back.
     *
     * @param progressAfterMinor what remains counted; of a requirement that a correction ended, what remains beyond what was
     *     still required of it
     * @param normalProgressMinor what of it NORMAL stake had given to the requirement of a deposit and its bonus; null for
     *     nothing
     */
    record AttributionReversed(
            String bucketId,
            String authorizationId,
            String requirementId,
            long progressMinor,
            long progressAfterMinor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long normalProgressMinor)
            implements BucketEvent {

        /** A reversal of what a bucket's own stake had given. */
        public AttributionReversed(
                String bucketId,
                String authorizationId,
                String requirementId,
                long progressMinor,
                long progressAfterMinor) {
            this(bucketId, authorizationId, requirementId, progressMinor, progressAfterMinor, null);
        }
    }

    /** A deposit is wagered together with its bonus from now on: its own requirement covers the money and takes no stake. */
    record RequirementSuspended(String bucketId, String requirementId, String bonusId) implements BucketEvent {}

    /**
     * The bonus of a deposit was forfeited: the deposit's own requirement counts for itself again.
     *
     * @param progressMinor its progress from before and what NORMAL stake gave meanwhile; what is more than required released
     *     nothing
     */
    record RequirementResumed(String bucketId, String requirementId, long progressMinor) implements BucketEvent {}

    /** A payout of an ended bonus was corrected: what had been converted of it is taken back from WITHDRAWABLE. */
    record ConversionReversed(String bucketId, String bonusId, long convertedMinor) implements BucketEvent {}

    /** The saga has confirmed a PENDING requirement. */
    record RequirementActivated(String bucketId, String requirementId) implements BucketEvent {}

    /** A part of a settled stake counted towards a requirement. */
    record StakeAttributed(String bucketId, String authorizationId, Attribution attribution, long progressAfterMinor)
            implements BucketEvent {}

    /**
     * A part of a requirement went with a transfer to another bucket.
     *
     * @param transferId the transfer
     * @param movedMinor what went, in minor units
     * @param remainingAfterMinor what is still to be wagered here; 0 ends it
     */
    record RequirementMoved(
            String bucketId, String requirementId, String transferId, long movedMinor, long remainingAfterMinor)
            implements BucketEvent {}

    /**
     * The part of another bucket's requirement that came with a transfer.
     *
     * @param parentRequirementId the requirement that it was a part of
     * @param requirement its terms here
     */
    record RequirementInherited(
            String bucketId, String transferId, String parentRequirementId, RequirementTerms requirement)
            implements BucketEvent {

        /** The requirement's id, by which a saga follows it. */
        public String requirementId() {
            return requirement.requirementId();
        }
    }

    /**
     * A requirement that a transfer had ended is there again, as it was: a bet that had counted towards it no longer does. The
     * reversal of that follows.
     */
    record RequirementReopened(String bucketId, String requirementId) implements BucketEvent {}

    /** A requirement is over. */
    record RequirementCompleted(String bucketId, String requirementId, CompletionReason reason)
            implements BucketEvent {}

    /**
     * A bonus waits until the one that is running is over; nothing is funded.
     *
     * @param requirement what it will owe; its number is 0 until it is funded
     */
    record BonusQueued(String bucketId, BonusTerms bonus, RequirementTerms requirement) implements BucketEvent {}

    /**
     * A bonus that waited will not run.
     *
     * @param reason EXPIRED or CANCELLED
     */
    record BonusDequeued(String bucketId, String bonusId, CompletionReason reason) implements BucketEvent {}

    /**
     * The bucket's active bonus is over.
     *
     * @param convertedMinor what reached WITHDRAWABLE, in minor units
     */
    record BonusEnded(String bucketId, String bonusId, CompletionReason reason, long convertedMinor)
            implements BucketEvent {}

    /** Money of an open leg came back after its bonus had ended and was converted within the cap that was left. */
    record LateConversionCounted(String bucketId, String bonusId, long convertedMinor) implements BucketEvent {}
}
