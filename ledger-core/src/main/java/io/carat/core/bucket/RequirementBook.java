package io.carat.core.bucket;

import io.carat.core.bucket.BucketEvent.AttributionReversed;
import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.bucket.BucketEvent.RequirementMoved;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.BucketEvent.RequirementResumed;
import io.carat.core.bucket.BucketEvent.RequirementSuspended;
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
 * @param movedAway those that a transfer ended although something had been wagered towards them, by id: they released nothing,
 *     and a bet that is void later reopens them
 */
public record RequirementBook(List<Requirement> open, Map<String, Long> surpluses, Map<String, Requirement> movedAway) {

    /** No requirement ever was. */
    public static final RequirementBook EMPTY = new RequirementBook(List.of(), Map.of(), Map.of());

    public RequirementBook {
        open = List.copyOf(open);
        surpluses = Map.copyOf(surpluses);
        movedAway = Map.copyOf(movedAway);
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
        return with(more);
    }

    RequirementBook activated(String requirementId) {
        return changing(requirementId, requirement -> requirement.withStatus(RequirementStatus.ACTIVE));
    }

    RequirementBook attributed(StakeAttributed attributed) {
        return changing(attributed.attribution().requirementId(), requirement -> {
            Requirement after = requirement.plusProgress(
                    attributed.attribution().progressMinor(),
                    attributed.attribution().normalMinor());
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

    RequirementBook suspended(RequirementSuspended suspended) {
        return changing(suspended.requirementId(), requirement -> {
            if (!requirement.takesStake()) {
                throw new IllegalStateException(suspended + " does not follow " + requirement);
            }
            return requirement.suspended(suspended.bonusId());
        });
    }

    RequirementBook resumed(RequirementResumed resumed) {
        return changing(resumed.requirementId(), requirement -> {
            if (requirement.takesStake() || resumed.progressMinor() < requirement.progressMinor()) {
                throw new IllegalStateException(resumed + " does not follow " + requirement);
            }
            return requirement.resumed(resumed.progressMinor());
        });
    }

    RequirementBook reversed(AttributionReversed reversed) {
        return surpluses.containsKey(reversed.requirementId())
                ? lessSurplus(reversed)
                : changing(reversed.requirementId(), requirement -> regressed(requirement, reversed));
    }

    RequirementBook completed(RequirementCompleted completed) {
        Requirement ended = known(completed.requirementId());
        RequirementBook left = with(
                open.stream().filter(requirement -> !requirement.equals(ended)).toList());
        if (completed.reason() == CompletionReason.MOVED) {
            return ended.progressMinor() > 0 ? left.remembering(ended) : left;
        }
        // what moved away is no progress: of what a recalculation left over, only wagered stake can be a surplus
        // and what counted towards a deposit's own requirement has released nothing when the bonus ends it
        long surplusMinor = ended.suspendedBy() == null
                ? Math.min(ended.progressMinor(), -ended.remainingMinor())
                : ended.progressMinor();
        return surplusMinor > 0 ? left.withSurplus(ended.id(), surplusMinor) : left;
    }

    RequirementBook moved(RequirementMoved moved) {
        return changing(moved.requirementId(), requirement -> {
            Requirement after = requirement.plusMoved(moved.movedMinor());
            boolean follows = moved.movedMinor() > 0
                    && after.remainingMinor() >= 0
                    && after.remainingMinor() == moved.remainingAfterMinor();
            if (!follows) {
                throw new IllegalStateException(moved + " does not follow " + requirement);
            }
            return after;
        });
    }

    RequirementBook reopened(String requirementId) {
        Requirement ended = movedAway.get(requirementId);
        if (ended == null) {
            throw new IllegalStateException("No transfer ended requirement " + requirementId);
        }
        Map<String, Requirement> less = new HashMap<>(movedAway);
        less.remove(requirementId);
        List<Requirement> more = new ArrayList<>(open);
        more.add(ended.withStatus(RequirementStatus.PENDING));
        return new RequirementBook(more, surpluses, less);
    }

    private static Requirement regressed(Requirement requirement, AttributionReversed reversed) {
        Long normalMinor = reversed.normalProgressMinor();
        Requirement after = requirement.plusProgress(-reversed.progressMinor(), normalMinor == null ? 0 : -normalMinor);
        boolean follows = after.progressMinor() == reversed.progressAfterMinor()
                && after.progressMinor() >= 0
                && after.normalProgressMinor() >= 0;
        if (!follows) {
            throw new IllegalStateException(reversed + " does not follow " + requirement);
        }
        return after;
    }

    private RequirementBook lessSurplus(AttributionReversed reversed) {
        long leftMinor = surplusMinor(reversed.requirementId()) - reversed.progressMinor();
        if (leftMinor < 0 || leftMinor != reversed.progressAfterMinor()) {
            throw new IllegalStateException(reversed + " does not follow " + surpluses);
        }
        return withSurplus(reversed.requirementId(), leftMinor);
    }

    private RequirementBook with(List<Requirement> changed) {
        return new RequirementBook(changed, surpluses, movedAway);
    }

    private RequirementBook withSurplus(String requirementId, long surplusMinor) {
        Map<String, Long> changed = new HashMap<>(surpluses);
        changed.put(requirementId, surplusMinor);
        return new RequirementBook(open, changed, movedAway);
    }

    private RequirementBook remembering(Requirement ended) {
        Map<String, Requirement> more = new HashMap<>(movedAway);
        more.put(ended.id(), ended);
        return new RequirementBook(open, surpluses, more);
    }

    private RequirementBook changing(String requirementId, UnaryOperator<Requirement> change) {
        Requirement changed = known(requirementId);
        return with(open.stream()
                .map(requirement -> requirement.equals(changed) ? change.apply(requirement) : requirement)
                .toList());
    }

    private Requirement known(String requirementId) {
        return requirement(requirementId)
                .orElseThrow(() -> new IllegalStateException("There is no open requirement " + requirementId));
    }
}
