package io.carat.core.wallet;

import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketEvent.BonusEnded;
import io.carat.core.bucket.BucketEvent.LateConversionCounted;
import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.bucket.BucketEvent.RequirementResumed;
import io.carat.core.bucket.BucketEvent.StakeAttributed;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.CompletionReason;
import io.carat.core.bucket.EndedBonus;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.rolling.Attribution;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.topology.BucketRole;
import java.util.Optional;

/**
 * What follows once requirements move: attribution, completion, conversion, the low-balance rule and the sweep (rule book
 * §4). Everything happens in the movement of the settlement that caused it.
 */
public final class Coverage {

    private final WalletMovement movement;
    private final Journal journal;

    /** Works on a movement; linked journals hang on the given one. */
    public Coverage(WalletMovement movement, Journal journal) {
        this.movement = movement;
        this.journal = journal;
    }

    /** Counts a part of a stake towards one of the bucket's requirements. */
    public void count(String type, String authorizationId, Attribution attribution) {
        BucketState bucket = movement.bucket(type);
        Requirement requirement =
                bucket.requirement(attribution.requirementId()).orElseThrow();
        movement.record(new StakeAttributed(
                bucket.id(), authorizationId, attribution, requirement.progressMinor() + attribution.progressMinor()));
    }

    /** Ends the bucket's requirements of which nothing is left to be wagered. */
    public void completeFulfilled(String type) {
        for (Requirement requirement : movement.bucket(type).requirements()) {
            if (requirement.isFulfilled()) {
                complete(type, requirement, CompletionReason.FULFILLED);
            }
        }
    }

    /**
     * Ends the bucket's requirements, those for corrections excepted, when nothing is held and at most the threshold, in
     * minor units, is left. A deposit that is wagered with its bonus is low only together with it.
     */
    public void completeWhenLow(String type, long thresholdMinor) {
        Optional<LinkedDeposit> link = LinkedDeposit.touching(movement, type);
        if (link.isPresent()) {
            if (link.get().isLow(movement, thresholdMinor)) {
                completeLow(link.get().normalType());
                completeLow(link.get().bonusType());
            }
            return;
        }
        BucketState bucket = movement.bucket(type);
        boolean low = bucket.heldMinor() == 0 && bucket.availableMinor() <= thresholdMinor;
        if (low && !bucket.hasSuspendedRequirement()) {
            completeLow(type);
        }
    }

    /** A suspended requirement ends with its bonus. */
    private void completeLow(String type) {
        movement.bucket(type).requirements().stream()
                .filter(open -> open.takesStake() && open.terms().kind() != RequirementKind.CORRECTION)
                .forEach(open -> complete(type, open, CompletionReason.LOW_BALANCE));
    }

    /** Moves what no requirement covers any more: NORMAL to WITHDRAWABLE; a bonus that is over by its own terms. */
    public void release(String type) {
        BucketState bucket = movement.bucket(type);
        if (bucket.role() == BucketRole.NORMAL && !bucket.isCovered()) {
            movement.transfer(
                    type,
                    movement.withdrawable(),
                    journal.linked("sweep/" + type),
                    PostingReason.SWEEP,
                    bucket.availableMinor());
        }
    }

    /** Ends the bucket's active bonus without converting anything: what is available goes to HOUSE, held legs stay. */
    public void forfeit(String type, CompletionReason reason) {
        BonusTerms bonus = movement.bucket(type).activeBonus();
        if (bonus != null) {
            movement.bucket(type).requirements().stream()
                    .filter(open -> open.terms().sourceId().equals(bonus.bonusId()))
                    .forEach(open -> complete(type, open, reason));
        }
    }

    /** Converts or forfeits an amount, in minor units, of an ended bonus that has just come back to its bucket. */
    public void convertReturned(String type, String bonusId, long amountMinor) {
        long converted = countLate(type, bonusId, amountMinor);
        Journal linked = journal.linked("late/" + type);
        movement.transfer(type, movement.withdrawable(), linked, PostingReason.CONVERSION, converted);
        movement.debit(type, linked, lost(type, bonusId), SystemAccount.HOUSE, amountMinor - converted);
    }

    private PostingReason lost(String type, String bonusId) {
        return switch (ended(type, bonusId).reason()) {
            case EXPIRED, CANCELLED -> PostingReason.BONUS_FORFEIT;
            case LOW_BALANCE, MOVED, FULFILLED -> PostingReason.BONUS_EXCESS;
        };
    }

    private EndedBonus ended(String type, String bonusId) {
        EndedBonus bonus = movement.bucket(type).endedBonuses().get(bonusId);
        if (bonus == null) {
            throw new IllegalStateException(movement.bucket(type).id() + " never ended bonus " + bonusId);
        }
        return bonus;
    }

    /** Pays the share of an ended bonus, in minor units, to WITHDRAWABLE as far as its cap allows; HOUSE keeps the rest. */
    public void payLate(String type, String bonusId, Journal payout, long amountMinor) {
        long converted = countLate(type, bonusId, amountMinor);
        movement.credit(movement.withdrawable(), payout, PostingReason.PAYOUT, SystemAccount.HOUSE, converted);
    }

    private long countLate(String type, String bonusId, long amountMinor) {
        long converted = ended(type, bonusId).convertibleMinor(amountMinor);
        if (converted > 0) {
            movement.record(new LateConversionCounted(movement.bucket(type).id(), bonusId, converted));
        }
        return converted;
    }

    private void complete(String type, Requirement requirement, CompletionReason reason) {
        BucketState bucket = movement.bucket(type);
        movement.record(new RequirementCompleted(bucket.id(), requirement.id(), reason));
        BonusTerms bonus = bucket.activeBonus();
        if (bonus != null && bonus.bonusId().equals(requirement.terms().sourceId())) {
            end(type, bonus, reason);
            if (bonus.depositId() != null) {
                settleDeposit(type, requirement, reason);
            }
        }
    }

    /** A deposit's own requirement ends with the bonus that it was wagered with; after a forfeit it counts for itself again. */
    private void settleDeposit(String type, Requirement together, CompletionReason reason) {
        String bonusId = together.terms().sourceId();
        LinkedDeposit link = LinkedDeposit.of(movement, type, bonusId)
                .orElseThrow(() -> new IllegalStateException("The deposit of bonus " + bonusId + " was not loaded"));
        String normalId = movement.bucket(link.normalType()).id();
        switch (reason) {
            case FULFILLED, LOW_BALANCE, MOVED ->
                movement.record(new RequirementCompleted(normalId, link.own().id(), reason));
            case EXPIRED, CANCELLED -> {
                movement.record(new RequirementResumed(
                        normalId, link.own().id(), link.own().progressMinor() + together.normalProgressMinor()));
                completeFulfilled(link.normalType());
            }
        }
        release(link.normalType());
    }

    private void end(String type, BonusTerms bonus, CompletionReason reason) {
        BucketState bucket = movement.bucket(type);
        long available = bucket.availableMinor();
        long converted = switch (reason) {
            case LOW_BALANCE, MOVED, EXPIRED, CANCELLED -> 0;
            case FULFILLED -> bonus.capMinor() == null ? available : Math.min(available, bonus.capMinor());
        };
        movement.record(new BonusEnded(bucket.id(), bonus.bonusId(), reason, converted));
        Journal linked = journal.linked("bonus-end/" + type);
        movement.transfer(type, movement.withdrawable(), linked, PostingReason.CONVERSION, converted);
        PostingReason rest = switch (reason) {
            case LOW_BALANCE -> PostingReason.LOW_BALANCE_RESIDUE;
            case EXPIRED, CANCELLED -> PostingReason.BONUS_FORFEIT;
            case MOVED, FULFILLED -> PostingReason.BONUS_EXCESS;
        };
        movement.debit(type, linked, rest, SystemAccount.HOUSE, available - converted);
    }
}
