package io.carat.core.rolling;

import io.carat.core.policy.Contribution;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A wagering requirement as it stands.
 *
 * @param terms fixed at the credit
 * @param status PENDING, ACTIVE or COMPLETED
 * @param progressMinor what has been wagered towards it, in minor units, at most what is required
 * @param movedMinor what of it went with transfers to other buckets, in minor units
 * @param normalProgressMinor what of the progress NORMAL stake gave, in minor units, where a deposit is wagered with its bonus
 * @param suspendedBy the bonus that is wagered together with the deposit instead of it; null where it counts for itself
 */
public record Requirement(
        RequirementTerms terms,
        RequirementStatus status,
        long progressMinor,
        long movedMinor,
        long normalProgressMinor,
        @Nullable String suspendedBy) {

    /** The order of attribution: priority, then sequence, then id (rule book §4). */
    public static final Comparator<Requirement> ATTRIBUTION_ORDER = Comparator.comparingInt(
                    (Requirement requirement) -> requirement.terms.priority())
            .thenComparingLong(requirement -> requirement.terms.sequence())
            .thenComparing(requirement -> requirement.terms.requirementId());

    /** A requirement as the credit created it. */
    public static Requirement pending(RequirementTerms terms) {
        return new Requirement(terms, RequirementStatus.PENDING, 0, 0, 0, null);
    }

    /** The same requirement for another base; both in minor units. */
    public Requirement recalculated(long baseMinor, long requiredMinor) {
        return new Requirement(
                terms.recalculated(baseMinor, requiredMinor),
                status,
                progressMinor,
                movedMinor,
                normalProgressMinor,
                suspendedBy);
    }

    /** The requirement's id. */
    public String id() {
        return terms.requirementId();
    }

    /** Whether it still covers the bucket's money. */
    public boolean isOpen() {
        return status != RequirementStatus.COMPLETED;
    }

    /** Whether nothing is left to be wagered. */
    public boolean isFulfilled() {
        return remainingMinor() <= 0;
    }

    /** What is still to be wagered, in minor units; below 0 only where a recalculation has just made it so. */
    public long remainingMinor() {
        return terms.requiredMinor() - movedMinor - progressMinor;
    }

    /** Whether a transfer may take a part of it along: what belongs to a bonus, or waits for one, stays (rule book §4). */
    public boolean isTransferable() {
        return switch (terms.kind()) {
            case BONUS, DEPOSIT_BONUS -> false;
            case DEPOSIT, TO_NORMAL, COUPON, POINTS, CORRECTION -> suspendedBy == null;
        };
    }

    /** The rate at which a bet on the product at these odds counts, in basis points; 0 counts nothing. */
    public int rateBps(String product, @Nullable Integer oddsMilli) {
        Contribution contribution = terms.contributions().get(product);
        if (contribution == null) {
            return 0;
        }
        boolean oddsTooLow =
                contribution.minOddsMilli() > 0 && (oddsMilli == null || oddsMilli < contribution.minOddsMilli());
        return oddsTooLow ? 0 : contribution.rateBps();
    }

    /** The same requirement with another status. */
    public Requirement withStatus(RequirementStatus next) {
        return new Requirement(terms, next, progressMinor, movedMinor, normalProgressMinor, suspendedBy);
    }

    /** The same requirement after more of it went with a transfer, in minor units. */
    public Requirement plusMoved(long addedMinor) {
        return new Requirement(
                terms, status, progressMinor, Math.addExact(movedMinor, addedMinor), normalProgressMinor, suspendedBy);
    }

    /** Whether stake counts towards it: it is open, and no bonus is wagered instead of it. */
    public boolean takesStake() {
        return isOpen() && suspendedBy == null;
    }

    /** The same requirement with more progress, in minor units, and how much of it NORMAL stake gave. */
    public Requirement plusProgress(long addedMinor, long addedNormalMinor) {
        return new Requirement(
                terms,
                status,
                Math.addExact(progressMinor, addedMinor),
                movedMinor,
                Math.addExact(normalProgressMinor, addedNormalMinor),
                suspendedBy);
    }

    /** The same requirement while a bonus is wagered instead of it. */
    public Requirement suspended(String bonusId) {
        return new Requirement(terms, status, progressMinor, movedMinor, normalProgressMinor, bonusId);
    }

    /** The same requirement counting for itself again, with this progress in minor units. */
    public Requirement resumed(long nowMinor) {
        return new Requirement(terms, status, nowMinor, movedMinor, normalProgressMinor, null);
    }
}
