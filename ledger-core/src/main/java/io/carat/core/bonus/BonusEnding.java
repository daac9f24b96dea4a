package io.carat.core.bonus;

import io.carat.core.bonus.BonusEvent.BonusCancelled;
import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.CompletionReason;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletMovement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Ends a bonus before it is wagered: because staff says so, or because its time is over (rule book §4). */
final class BonusEnding {

    private final BonusGranted granted;
    private final WalletMovement movement;
    private final RequirementNumbers numbers;
    private final BonusTurns turns;
    private final long availableMinor;

    BonusEnding(BonusGranted granted, Wallet wallet, RequirementNumbers numbers, Instant now) {
        this.granted = granted;
        this.movement = new WalletMovement(wallet);
        this.numbers = numbers;
        this.turns = new BonusTurns(movement, numbers, now);
        turns.endDue();
        this.availableMinor = bucket().availableMinor();
    }

    /** Cancels, or refuses what is over. */
    Decision cancel(AuditNote audit) {
        BonusStatus status = status();
        return switch (status) {
            case ACTIVE -> cancelled(audit, availableMinor);
            case QUEUED -> cancelled(audit, 0);
            case COMPLETED, EXPIRED, CANCELLED, LOW_BALANCE ->
                Decision.rejected(RejectionCode.BONUS_ENDED, "The bonus is " + status + ".");
        };
    }

    /** Forfeits what is due; nothing happens to a bonus that is not, or that is over. */
    Decision expire() {
        turns.startNext();
        return Decision.accepted(events(), new BonusExpiryAnswer(granted.bonusId(), status()));
    }

    private Decision cancelled(AuditNote audit, long forfeitedMinor) {
        turns.end(granted.bucketTypeCode(), granted.bonusId(), CompletionReason.CANCELLED);
        turns.startNext();
        List<LedgerEvent> events = new ArrayList<>();
        events.add(new BonusCancelled(granted.bonusId(), audit));
        events.addAll(events());
        return Decision.accepted(
                events,
                new BonusCancelledAnswer(
                        granted.bonusId(),
                        BonusStatus.CANCELLED.name(),
                        granted.bucketTypeCode(),
                        forfeitedMinor,
                        granted.amount().currency()));
    }

    private List<LedgerEvent> events() {
        List<LedgerEvent> events = new ArrayList<>(numbers.events());
        events.addAll(movement.events());
        return events;
    }

    private BonusStatus status() {
        return BonusStatus.in(bucket(), granted.bonusId());
    }

    private BucketState bucket() {
        return movement.bucket(granted.bucketTypeCode());
    }
}
