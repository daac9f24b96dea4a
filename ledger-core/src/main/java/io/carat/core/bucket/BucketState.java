package io.carat.core.bucket;

import io.carat.core.bucket.BucketEvent.AttributionReversed;
import io.carat.core.bucket.BucketEvent.BonusEnded;
import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.BucketDebited;
import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.bucket.BucketEvent.ConversionReversed;
import io.carat.core.bucket.BucketEvent.FundsHeld;
import io.carat.core.bucket.BucketEvent.HoldReturned;
import io.carat.core.bucket.BucketEvent.HoldTaken;
import io.carat.core.bucket.BucketEvent.LateConversionCounted;
import io.carat.core.bucket.BucketEvent.ReceivableCancelled;
import io.carat.core.bucket.BucketEvent.ReceivableOpened;
import io.carat.core.bucket.BucketEvent.ReceivableRecovered;
import io.carat.core.bucket.BucketEvent.RequirementActivated;
import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.bucket.BucketEvent.RequirementImposed;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.BucketEvent.StakeAttributed;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementStatus;
import io.carat.core.topology.BucketRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One bucket as its events left it. Amounts are minor units.
 *
 * @param key what identifies it
 * @param role what it is for
 * @param availableMinor what can be used; never below 0
 * @param heldMinor open legs and open withdrawals; never below 0
 * @param entry the number of its last ledger row, 0 before the first
 * @param requirements those that are PENDING or ACTIVE
 * @param activeBonus the bonus that is running, in a BONUS bucket
 * @param endedBonuses those that are over, by id
 * @param receivables what the wallet owes, oldest first, in a WITHDRAWABLE bucket
 * @param surpluses of requirements that a correction ended, by id: what was wagered beyond what it left of them; that has
 *     released nothing
 */
public record BucketState(
        BucketKey key,
        BucketRole role,
        long availableMinor,
        long heldMinor,
        long entry,
        List<Requirement> requirements,
        @Nullable BonusTerms activeBonus,
        Map<String, EndedBonus> endedBonuses,
        List<Receivable> receivables,
        Map<String, Long> surpluses) {

    public BucketState {
        surpluses = Map.copyOf(surpluses);
        requirements = List.copyOf(requirements);
        endedBonuses = Map.copyOf(endedBonuses);
        receivables = List.copyOf(receivables);
        if (availableMinor < 0 || heldMinor < 0) {
            throw new IllegalStateException(
                    key.bucketId() + " would hold " + availableMinor + " available and " + heldMinor + " held");
        }
    }

    /** An empty bucket, opened or about to be. */
    public static BucketState empty(BucketKey key, BucketRole role) {
        return new BucketState(key, role, 0, 0, 0, List.of(), null, Map.of(), List.of(), Map.of());
    }

    /** The bucket's id. */
    public String id() {
        return key.bucketId();
    }

    /** Whether a requirement that is still open covers the bucket's money. */
    public boolean isCovered() {
        return !requirements.isEmpty();
    }

    /** What was wagered towards a requirement beyond what the correction left of it that ended it; in minor units. */
    public long surplusMinor(String requirementId) {
        return surpluses.getOrDefault(requirementId, 0L);
    }

    /** The open requirement of this id; empty when it is over. */
    public Optional<Requirement> requirement(String requirementId) {
        return requirements.stream()
                .filter(requirement -> requirement.id().equals(requirementId))
                .findFirst();
    }

    /**
     * The state after an event.
     *
     * @param state null before the first event
     * @throws IllegalStateException when the event cannot follow the state: the history is broken
     */
    public static BucketState evolve(@Nullable BucketState state, BucketEvent event) {
        if (state != null) {
            return state.after(event);
        }
        if (event instanceof BucketOpened opened) {
            return empty(opened.key(), opened.role());
        }
        throw new IllegalStateException(event + " in a bucket that was never opened");
    }

    private BucketState after(BucketEvent event) {
        return switch (event) {
            case BucketOpened opened -> throw new IllegalStateException("Opened twice: " + opened.bucketId());
            case BucketCredited credited ->
                posted(credited.posting(), credited.posting().amountMinor(), 0).covered(credited);
            case BucketDebited debited ->
                posted(debited.posting(), -debited.posting().amountMinor(), 0);
            case FundsHeld held ->
                posted(
                        held.posting(),
                        -held.posting().amountMinor(),
                        held.posting().amountMinor());
            case HoldReturned returned ->
                posted(
                        returned.posting(),
                        returned.posting().amountMinor(),
                        -returned.posting().amountMinor());
            case HoldTaken taken -> posted(taken.posting(), 0, -taken.posting().amountMinor());
            case RequirementActivated activated ->
                changing(activated.requirementId(), open -> open.withStatus(RequirementStatus.ACTIVE));
            case StakeAttributed attributed ->
                changing(attributed.attribution().requirementId(), open -> progressed(open, attributed));
            case RequirementCompleted completed -> completed(completed.requirementId());
            case BonusEnded ended -> withEndedBonus(ended);
            case LateConversionCounted counted -> withConverted(counted.bonusId(), counted.convertedMinor());
            case ConversionReversed reversed -> withConverted(reversed.bonusId(), -reversed.convertedMinor());
            case ReceivableOpened opened ->
                posted(opened.posting(), 0, 0).withReceivables(DebtBook.opened(receivables, opened));
            case ReceivableRecovered recovered ->
                withReceivables(DebtBook.reduced(receivables, recovered.receivableId(), recovered.amountMinor()));
            case ReceivableCancelled cancelled ->
                posted(cancelled.posting(), 0, 0)
                        .withReceivables(DebtBook.reduced(
                                receivables,
                                cancelled.receivableId(),
                                cancelled.posting().amountMinor()));
            case RequirementImposed imposed -> with(Requirement.pending(imposed.requirement()));
            case RequirementRecalculated recalculated ->
                changing(
                        recalculated.requirementId(),
                        open -> open.recalculated(recalculated.baseMinor(), recalculated.requiredMinor()));
            case AttributionReversed reversed ->
                surpluses.containsKey(reversed.requirementId())
                        ? lessSurplus(reversed)
                        : changing(reversed.requirementId(), open -> regressed(open, reversed));
        };
    }

    /** Applies a posting and holds it against what it says of the balances: the chain of entries cannot part unseen. */
    private BucketState posted(Posting posting, long availableDelta, long heldDelta) {
        long available = Math.addExact(availableMinor, availableDelta);
        long held = Math.addExact(heldMinor, heldDelta);
        boolean follows = posting.entry() == entry + 1
                && posting.availableBeforeMinor() == availableMinor
                && posting.availableAfterMinor() == available
                && posting.heldAfterMinor() == held;
        if (!follows) {
            throw new IllegalStateException(posting + " does not follow " + this);
        }
        return new BucketState(
                key,
                role,
                available,
                held,
                posting.entry(),
                requirements,
                activeBonus,
                endedBonuses,
                receivables,
                surpluses);
    }

    private BucketState covered(BucketCredited credited) {
        BonusTerms bonus = credited.bonus() == null ? activeBonus : credited.bonus();
        BucketState after = new BucketState(
                key, role, availableMinor, heldMinor, entry, requirements, bonus, endedBonuses, receivables, surpluses);
        return credited.requirement() == null ? after : after.with(Requirement.pending(credited.requirement()));
    }

    private BucketState changing(String requirementId, UnaryOperator<Requirement> change) {
        requireKnown(requirementId);
        List<Requirement> changed = requirements.stream()
                .map(requirement -> requirement.id().equals(requirementId) ? change.apply(requirement) : requirement)
                .toList();
        return withRequirements(changed);
    }

    private static Requirement progressed(Requirement open, StakeAttributed attributed) {
        Requirement after = open.plusProgress(attributed.attribution().progressMinor());
        boolean follows = after.progressMinor() == attributed.progressAfterMinor() && after.remainingMinor() >= 0;
        if (!follows) {
            throw new IllegalStateException(attributed + " does not follow " + open);
        }
        return after;
    }

    private static Requirement regressed(Requirement open, AttributionReversed reversed) {
        Requirement after = open.plusProgress(-reversed.progressMinor());
        if (after.progressMinor() != reversed.progressAfterMinor() || after.progressMinor() < 0) {
            throw new IllegalStateException(reversed + " does not follow " + open);
        }
        return after;
    }

    private BucketState with(Requirement requirement) {
        if (requirement(requirement.id()).isPresent()) {
            throw new IllegalStateException(id() + " has requirement " + requirement.id() + " already");
        }
        List<Requirement> more = new ArrayList<>(requirements);
        more.add(requirement);
        return withRequirements(more);
    }

    private BucketState completed(String requirementId) {
        requireKnown(requirementId);
        long surplusMinor = -requirement(requirementId).orElseThrow().remainingMinor();
        BucketState after = withRequirements(requirements.stream()
                .filter(requirement -> !requirement.id().equals(requirementId))
                .toList());
        return surplusMinor > 0 ? after.withSurplus(requirementId, surplusMinor) : after;
    }

    private BucketState lessSurplus(AttributionReversed reversed) {
        long leftMinor = surplusMinor(reversed.requirementId()) - reversed.progressMinor();
        if (leftMinor < 0 || leftMinor != reversed.progressAfterMinor()) {
            throw new IllegalStateException(reversed + " does not follow " + surpluses);
        }
        return withSurplus(reversed.requirementId(), leftMinor);
    }

    private BucketState withSurplus(String requirementId, long surplusMinor) {
        Map<String, Long> changed = new HashMap<>(surpluses);
        changed.put(requirementId, surplusMinor);
        return new BucketState(
                key,
                role,
                availableMinor,
                heldMinor,
                entry,
                requirements,
                activeBonus,
                endedBonuses,
                receivables,
                changed);
    }

    private void requireKnown(String requirementId) {
        if (requirement(requirementId).isEmpty()) {
            throw new IllegalStateException(id() + " has no open requirement " + requirementId);
        }
    }

    private BucketState withRequirements(List<Requirement> changed) {
        return new BucketState(
                key,
                role,
                availableMinor,
                heldMinor,
                entry,
                changed,
                activeBonus,
                endedBonuses,
                receivables,
                surpluses);
    }

    private BucketState withEndedBonus(BonusEnded ended) {
        if (activeBonus == null || !activeBonus.bonusId().equals(ended.bonusId())) {
            throw new IllegalStateException(id() + " does not run bonus " + ended.bonusId());
        }
        Map<String, EndedBonus> more = new HashMap<>(endedBonuses);
        more.put(ended.bonusId(), new EndedBonus(ended.reason(), activeBonus.capMinor(), ended.convertedMinor()));
        return new BucketState(
                key, role, availableMinor, heldMinor, entry, requirements, null, more, receivables, surpluses);
    }

    private BucketState withConverted(String bonusId, long addedMinor) {
        EndedBonus bonus = endedBonuses.get(bonusId);
        if (bonus == null) {
            throw new IllegalStateException(id() + " never ended bonus " + bonusId);
        }
        Map<String, EndedBonus> more = new HashMap<>(endedBonuses);
        more.put(bonusId, bonus.plusConverted(addedMinor));
        return new BucketState(
                key, role, availableMinor, heldMinor, entry, requirements, activeBonus, more, receivables, surpluses);
    }

    private BucketState withReceivables(List<Receivable> changed) {
        return new BucketState(
                key,
                role,
                availableMinor,
                heldMinor,
                entry,
                requirements,
                activeBonus,
                endedBonuses,
                changed,
                surpluses);
    }
}
