package io.carat.core.bucket;

import io.carat.core.bucket.BucketEvent.AttributionReversed;
import io.carat.core.bucket.BucketEvent.BonusDequeued;
import io.carat.core.bucket.BucketEvent.BonusEnded;
import io.carat.core.bucket.BucketEvent.BonusQueued;
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
import io.carat.core.bucket.BucketEvent.RequirementInherited;
import io.carat.core.bucket.BucketEvent.RequirementMoved;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.BucketEvent.RequirementReopened;
import io.carat.core.bucket.BucketEvent.RequirementResumed;
import io.carat.core.bucket.BucketEvent.RequirementSuspended;
import io.carat.core.bucket.BucketEvent.StakeAttributed;
import io.carat.core.rolling.Requirement;
import io.carat.core.topology.BucketRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One bucket as its events left it. Amounts are minor units.
 *
 * @param key what identifies it
 * @param role what it is for
 * @param availableMinor what can be used; never below 0
 * @param heldMinor open legs and open withdrawals; never below 0
 * @param entry the number of its last ledger row, 0 before the first
 * @param rolling its requirements
 * @param bonuses its bonuses, in a BONUS bucket
 * @param receivables what the wallet owes, oldest first, in a WITHDRAWABLE bucket
 * @param lots its points, in a POINTS bucket
 */
public record BucketState(
        BucketKey key,
        BucketRole role,
        long availableMinor,
        long heldMinor,
        long entry,
        RequirementBook rolling,
        BonusBook bonuses,
        List<Receivable> receivables,
        PointsBook lots) {

    public BucketState {
        receivables = List.copyOf(receivables);
        if (availableMinor < 0 || heldMinor < 0) {
            throw new IllegalStateException(
                    key.bucketId() + " would hold " + availableMinor + " available and " + heldMinor + " held");
        }
    }

    /** An empty bucket, opened or about to be. */
    public static BucketState empty(BucketKey key, BucketRole role) {
        return new BucketState(key, role, 0, 0, 0, RequirementBook.EMPTY, BonusBook.EMPTY, List.of(), PointsBook.EMPTY);
    }

    /** The bucket's id. */
    public String id() {
        return key.bucketId();
    }

    /** Its requirements that are PENDING or ACTIVE. */
    public List<Requirement> requirements() {
        return rolling.open();
    }

    /** The open requirement of this id; empty when it is over. */
    public Optional<Requirement> requirement(String requirementId) {
        return rolling.requirement(requirementId);
    }

    /** Whether a requirement that is still open covers the bucket's money. */
    public boolean isCovered() {
        return !rolling.open().isEmpty();
    }

    /** A requirement that a transfer ended and that a void bet reopens; empty where nothing had counted towards it. */
    public Optional<Requirement> movedAway(String requirementId) {
        return Optional.ofNullable(rolling.movedAway().get(requirementId));
    }

    /** What was wagered towards a requirement beyond what the correction left of it that ended it; in minor units. */
    public long surplusMinor(String requirementId) {
        return rolling.surplusMinor(requirementId);
    }

    /** The requirement that is suspended while this bonus is wagered with its deposit; empty when there is none. */
    public Optional<Requirement> suspendedBy(String bonusId) {
        return rolling.open().stream()
                .filter(requirement -> bonusId.equals(requirement.suspendedBy()))
                .findFirst();
    }

    /** Whether a bonus is wagered together with a deposit of this bucket; then nothing of its rolling can move away. */
    public boolean hasSuspendedRequirement() {
        return rolling.open().stream().anyMatch(requirement -> requirement.suspendedBy() != null);
    }

    /** The bonus that is running; null for none. */
    public @Nullable BonusTerms activeBonus() {
        return bonuses.active();
    }

    /** What can be bet with at a time, in minor units: nothing of a bonus whose time is over. */
    public long usableMinor(Instant now) {
        BonusTerms active = bonuses.active();
        return active != null && active.isOverAt(now) ? 0 : availableMinor;
    }

    /** The bonus that is running at a time; null for none. */
    public @Nullable BonusTerms activeBonus(Instant now) {
        BonusTerms active = bonuses.active();
        return active == null || active.isOverAt(now) ? null : active;
    }

    /** The bonuses that wait, the next one first. */
    public List<QueuedBonus> queuedBonuses() {
        return bonuses.queue();
    }

    /** The bonuses that are over, by id. */
    public Map<String, EndedBonus> endedBonuses() {
        return bonuses.ended();
    }

    /**
     * The state after an event.
     *
     * @param state null before the first event
     * @throws IllegalStateException when the event cannot follow the state: the history is broken
     */
    public static BucketState evolve(@Nullable BucketState state, BucketEvent event) {
        if (state != null) {
            return state.after(event).requireLots(event);
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
            case PointsEvent points ->
                posted(points.posting(), points.change(), 0).with(lots.after(points));
            case HoldTaken taken -> posted(taken.posting(), 0, -taken.posting().amountMinor());
            case RequirementActivated activated -> with(rolling.activated(activated.requirementId()));
            case StakeAttributed attributed -> with(rolling.attributed(attributed));
            case RequirementCompleted completed -> with(rolling.completed(completed));
            case RequirementImposed imposed -> with(rolling.with(imposed.requirement()));
            case RequirementRecalculated recalculated -> with(rolling.recalculated(recalculated));
            case RequirementMoved moved -> with(rolling.moved(moved));
            case RequirementInherited inherited -> with(rolling.with(inherited.requirement()));
            case RequirementReopened reopened -> with(rolling.reopened(reopened.requirementId()));
            case RequirementSuspended suspended -> with(rolling.suspended(suspended));
            case RequirementResumed resumed -> with(rolling.resumed(resumed));
            case AttributionReversed reversed -> with(rolling.reversed(reversed));
            case BonusQueued queued -> with(bonuses.queued(queued));
            case BonusDequeued dequeued -> with(bonuses.dequeued(dequeued));
            case BonusEnded ended -> with(bonuses.ended(ended));
            case LateConversionCounted counted ->
                with(bonuses.plusConverted(counted.bonusId(), counted.convertedMinor()));
            case ConversionReversed reversed ->
                with(bonuses.plusConverted(reversed.bonusId(), -reversed.convertedMinor()));
            case ReceivableOpened opened -> posted(opened.posting(), 0, 0).with(DebtBook.opened(receivables, opened));
            case ReceivableRecovered recovered ->
                with(DebtBook.reduced(receivables, recovered.receivableId(), recovered.amountMinor()));
            case ReceivableCancelled cancelled ->
                posted(cancelled.posting(), 0, 0)
                        .with(DebtBook.reduced(
                                receivables,
                                cancelled.receivableId(),
                                cancelled.posting().amountMinor()));
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
        return new BucketState(key, role, available, held, posting.entry(), rolling, bonuses, receivables, lots);
    }

    /** A POINTS bucket holds what its open lots have left and nothing else: money cannot get into it. */
    private BucketState requireLots(BucketEvent event) {
        if (role == BucketRole.POINTS && (availableMinor != lots.points() || heldMinor != 0)) {
            throw new IllegalStateException(event + " parts the balance from the lots of " + this);
        }
        return this;
    }

    private BucketState covered(BucketCredited credited) {
        BucketState after = credited.bonus() == null ? this : with(bonuses.running(credited.bonus()));
        return credited.requirement() == null ? after : after.with(after.rolling.with(credited.requirement()));
    }

    private BucketState with(RequirementBook changed) {
        return new BucketState(key, role, availableMinor, heldMinor, entry, changed, bonuses, receivables, lots);
    }

    private BucketState with(BonusBook changed) {
        return new BucketState(key, role, availableMinor, heldMinor, entry, rolling, changed, receivables, lots);
    }

    private BucketState with(List<Receivable> changed) {
        return new BucketState(key, role, availableMinor, heldMinor, entry, rolling, bonuses, changed, lots);
    }

    private BucketState with(PointsBook changed) {
        return new BucketState(key, role, availableMinor, heldMinor, entry, rolling, bonuses, receivables, changed);
    }
}
