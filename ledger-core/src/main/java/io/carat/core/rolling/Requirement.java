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
 */
public record Requirement(RequirementTerms terms, RequirementStatus status, long progressMinor, long movedMinor) {

    /** The order of attribution: priority, then sequence, then id (rule book §4). */
    public static final Comparator<Requirement> ATTRIBUTION_ORDER = Comparator.comparingInt(
                    (Requirement requirement) -> requirement.terms.priority())
            .thenComparingLong(requirement -> requirement.terms.sequence())
            .thenComparing(requirement -> requirement.terms.requirementId());

    /** A requirement as the credit created it. */
    public static Requirement pending(RequirementTerms terms) {
        return new Requirement(terms, RequirementStatus.PENDING, 0, 0);
    }

    /** The same requirement for another base; both in minor units. */
    public Requirement recalculated(long baseMinor, long requiredMinor) {
        return new Requirement(terms.recalculated(baseMinor, requiredMinor), status, progressMinor, movedMinor);
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

    /** Whether a transfer may take a part of it along: what belongs to a bonus stays where that is (rule book §4). */
    public boolean isTransferable() {
        return terms.kind() != RequirementKind.BONUS;
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
        return new Requirement(terms, next, progressMinor, movedMinor);
    }

    /** The same requirement after more of it went with a transfer, in minor units. */
    public Requirement plusMoved(long addedMinor) {
        return new Requirement(terms, status, progressMinor, Math.addExact(movedMinor, addedMinor));
    }

    /** The same requirement with more progress, in minor units. */
    public Requirement plusProgress(long addedMinor) {
        return new Requirement(terms, status, Math.addExact(progressMinor, addedMinor), movedMinor);
    }
}
