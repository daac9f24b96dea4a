package io.carat.core.wallet;

import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketEvent.BonusDequeued;
import io.carat.core.bucket.BucketEvent.RequirementSuspended;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.CompletionReason;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.QueuedBonus;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.topology.BucketRole;
import java.time.Instant;

/**
 * The first and the last step of every movement that loads a BONUS bucket (rule book §4): bonuses whose time is over end
 * before anything else is decided, and the next in line is funded after everything else. In between there is one bonus or
 * none, so nothing else has to know of time or of queues.
 */
public final class BonusTurns {

    private final WalletMovement movement;
    private final RequirementNumbers numbers;
    private final Instant now;

    /** Turns of the BONUS buckets that a movement has loaded, at a time. */
    public BonusTurns(WalletMovement movement, RequirementNumbers numbers, Instant now) {
        this.movement = movement;
        this.numbers = numbers;
        this.now = now;
    }

    /** Forfeits what is due. */
    public void endDue() {
        movement.loaded(BucketRole.BONUS).forEach(this::endDue);
    }

    /** Funds the next bonus wherever none is running. */
    public void startNext() {
        movement.loaded(BucketRole.BONUS).forEach(this::startNext);
    }

    /** Ends a bonus before its time, running or waiting; what is available of it goes to HOUSE. */
    public void end(String type, String bonusId, CompletionReason reason) {
        BucketState bucket = movement.bucket(type);
        BonusTerms active = bucket.activeBonus();
        if (active != null && active.bonusId().equals(bonusId)) {
            new Coverage(movement, Journal.of(bonusId, "end")).forfeit(type, reason);
        } else {
            movement.record(new BonusDequeued(bucket.id(), bonusId, reason));
        }
    }

    private void endDue(String type) {
        BucketState bucket = movement.bucket(type);
        bucket.queuedBonuses().stream()
                .map(QueuedBonus::bonus)
                .filter(bonus -> bonus.isOverAt(now))
                .forEach(bonus -> end(type, bonus.bonusId(), CompletionReason.EXPIRED));
        BonusTerms active = bucket.activeBonus();
        if (active != null && active.isOverAt(now)) {
            end(type, active.bonusId(), CompletionReason.EXPIRED);
        }
    }

    private void startNext(String type) {
        while (movement.bucket(type).activeBonus() == null
                && !movement.bucket(type).queuedBonuses().isEmpty()) {
            fund(type, movement.bucket(type).queuedBonuses().getFirst());
        }
    }

    /** Whether a deposit can be wagered together with a bonus of this bucket. */
    public boolean takesDeposit(String type, String depositId) {
        return LinkedDeposit.eligible(movement, type, depositId).isPresent();
    }

    /** Funds a bonus at once: none is running in its bucket, and none waits. */
    public void start(String type, QueuedBonus bonus) {
        fund(type, bonus);
    }

    /** A deposit that was wagered, moved or taken by another bonus meanwhile is no longer wagered with this one. */
    private QueuedBonus asItIsNow(String type, QueuedBonus next) {
        String depositId = next.bonus().depositId();
        boolean alone = depositId != null
                && LinkedDeposit.eligible(movement, type, depositId).isEmpty();
        return alone
                ? new QueuedBonus(
                        next.bonus().alone(),
                        next.requirement().ofBonusAlone(next.bonus().amountMinor()))
                : next;
    }

    private void suspendDeposit(String type, BonusTerms bonus) {
        if (bonus.depositId() != null) {
            LinkedDeposit link =
                    LinkedDeposit.eligible(movement, type, bonus.depositId()).orElseThrow();
            movement.record(new RequirementSuspended(
                    movement.bucket(link.normalType()).id(), link.own().id(), bonus.bonusId()));
        }
    }

    private void fund(String type, QueuedBonus waiting) {
        QueuedBonus next = asItIsNow(type, waiting);
        Journal journal = Journal.of(next.bonus().bonusId(), "grant");
        RequirementTerms requirement =
                numbers.numbered(next.requirement(), movement.bucket(type).id());
        movement.creditCovered(
                type,
                journal,
                PostingReason.BONUS_GRANT,
                SystemAccount.PROMO,
                next.bonus().amountMinor(),
                requirement,
                next.bonus());
        suspendDeposit(type, next.bonus());
        new Coverage(movement, journal).completeFulfilled(type);
    }
}
