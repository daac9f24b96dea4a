package io.carat.core.bucket;

import io.carat.core.bucket.BucketEvent.AttributionReversed;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.BucketEvent.StakeAttributed;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementStatus;
import io.carat.core.rolling.RequirementTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The requirements of a bucket as its events left them. Amounts are minor units.
 *
 * @param open those that are PENDING or ACTIVE
 * @param surpluses of requirements that a correction ended, by id: what was wagered beyond what it left of them; that has
 *     released nothing
 */
public record RequirementBook(List<Requirement> open, Map<String, Long> surpluses) {

    /** No requirement ever was. */
    public static final RequirementBook EMPTY = new RequirementBook(List.of(), Map.of());

    public RequirementBook {
        open = List.copyOf(open);
        surpluses = Map.copyOf(surpluses);
    }

    /** The open requirement of this id; empty when it is over. */
    public Optional<Requirement> requirement(String requirementId) {
        return open.stream()
                .filter(requirement -> requirement.id().equals(requirementId))
                .findFirst();
    }

    /** What was wagered towards a requirement beyond what the correction left of it that ended it; in minor units. */
    public long surplusMinor(String requirementId) {
        return surpluses.getOrDefault(requirementId, 0L);
    }

    RequirementBook with(RequirementTerms terms) {
        if (requirement(terms.requirementId()).isPresent()) {
            throw new IllegalStateException("There is a requirement " + terms.requirementId() + " already");
        }
        List<Requirement> more = new ArrayList<>(open);
        more.add(Requirement.pending(terms));
        return new RequirementBook(more, surpluses);
    }

    RequirementBook activated(String requirementId) {
        return changing(requirementId, requirement -> requirement.withStatus(RequirementStatus.ACTIVE));
    }

    RequirementBook attributed(StakeAttributed attributed) {
        return changing(attributed.attribution().requirementId(), requirement -> {
            Requirement after =
                    requirement.plusProgress(attributed.attribution().progressMinor());
            boolean follows = after.progressMinor() == attributed.progressAfterMinor() && after.remainingMinor() >= 0;
            if (!follows) {
                throw new IllegalStateException(attributed + " does not follow " + requirement);
            }
            return after;
        });
    }

    RequirementBook recalculated(RequirementRecalculated recalculated) {
        return changing(
                recalculated.requirementId(),
                requirement -> requirement.recalculated(recalculated.baseMinor(), recalculated.requiredMinor()));
    }

    RequirementBook reversed(AttributionReversed reversed) {
        return surpluses.containsKey(reversed.requirementId())
                ? lessSurplus(reversed)
                : changing(reversed.requirementId(), requirement -> regressed(requirement, reversed));
    }

    RequirementBook completed(String requirementId) {
        Requirement ended = known(requirementId);
        List<Requirement> left =
                open.stream().filter(requirement -> !requirement.equals(ended)).toList();
        long surplusMinor = -ended.remainingMinor();
        return new RequirementBook(left, surplusMinor > 0 ? surplus(requirementId, surplusMinor) : surpluses);
    }

    private static Requirement regressed(Requirement requirement, AttributionReversed reversed) {
        Requirement after = requirement.plusProgress(-reversed.progressMinor());
        if (after.progressMinor() != reversed.progressAfterMinor() || after.progressMinor() < 0) {
            throw new IllegalStateException(reversed + " does not follow " + requirement);
        }
        return after;
    }

    private RequirementBook lessSurplus(AttributionReversed reversed) {
        long leftMinor = surplusMinor(reversed.requirementId()) - reversed.progressMinor();
        if (leftMinor < 0 || leftMinor != reversed.progressAfterMinor()) {
            throw new IllegalStateException(reversed + " does not follow " + surpluses);
        }
        return new RequirementBook(open, surplus(reversed.requirementId(), leftMinor));
    }

    private Map<String, Long> surplus(String requirementId, long surplusMinor) {
        Map<String, Long> changed = new HashMap<>(surpluses);
        changed.put(requirementId, surplusMinor);
        return changed;
    }

    private RequirementBook changing(String requirementId, UnaryOperator<Requirement> change) {
        Requirement changed = known(requirementId);
        return new RequirementBook(
                open.stream()
                        .map(requirement -> requirement.equals(changed) ? change.apply(requirement) : requirement)
                        .toList(),
                surpluses);
    }

    private Requirement known(String requirementId) {
        return requirement(requirementId)
                .orElseThrow(() -> new IllegalStateException("There is no open requirement " + requirementId));
    }
}
