package io.carat.core.bonus;

import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketEvent.BonusQueued;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.QueuedBonus;
import io.carat.core.claim.ClaimName;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.deposit.DepositEvent.DepositCredited;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.CreditTerms;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.WalletMovement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Funds a bonus together with its requirement, or lets it wait: one active bonus per BONUS bucket (rule book §4).
 */
public final class BonusGranting {

    /** The most bonuses that wait in one bucket. */
    public static final int MAX_QUEUED = 10;

    private final GrantBonus command;
    private final BonusFacts facts;
    private final WalletMovement movement;
    private final RequirementNumbers numbers;
    private final BonusTurns turns;
    private final RollingTerms rolling;

    /** The decision's facts; the handler has made sure that the target is a BONUS bucket of the wallet's topology. */
    BonusGranting(GrantBonus command, BonusFacts facts) {
        this.command = command;
        this.facts = facts;
        this.movement = new WalletMovement(facts.wallet());
        this.numbers = facts.numbers();
        this.turns = new BonusTurns(movement, numbers, facts.now());
        this.rolling = rolling(command, facts.policy());
    }

    /** Funds it, queues it, or refuses. */
    Decision decide() {
        turns.endDue();
        turns.startNext();
        Optional<Rejection> refusal = new BonusChecks(command, facts, turns).refuse(rolling);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        BucketState bucket = movement.bucket(command.bucket());
        if (bucket.activeBonus() == null) {
            turns.start(command.bucket(), bonus());
            return granted(rolling.multiplierBps() == 0 ? BonusStatus.COMPLETED : BonusStatus.ACTIVE);
        }
        if (bucket.queuedBonuses().size() < MAX_QUEUED) {
            movement.record(new BonusQueued(bucket.id(), bonus().bonus(), bonus().requirement()));
            return granted(BonusStatus.QUEUED);
        }
        return Decision.rejected(
                RejectionCode.BONUS_ALREADY_ACTIVE,
                command.bucket() + " already runs a bonus, and " + MAX_QUEUED + " wait for its end.");
    }

    private Decision granted(BonusStatus status) {
        RequirementTerms requirement = bonus().requirement();
        BonusGranted granted = new BonusGranted(
                command.bonusId(),
                command.brandId(),
                command.playerId(),
                command.amount(),
                movement.bucket(command.bucket()).id(),
                command.bucket(),
                requirement.requirementId(),
                requirement.requiredMinor(),
                command.capMinor(),
                facts.expiresAt(),
                command.depositId(),
                facts.wallet().topology().ref(),
                facts.policy().ref(),
                ClaimName.requestClaimId(command.brandId(), command.request()));
        List<LedgerEvent> events = new ArrayList<>();
        events.add(granted);
        CreditTerms.opening(facts.owner(), facts.player()).ifPresent(events::add);
        events.addAll(numbers.events());
        events.addAll(movement.events());
        return Decision.accepted(
                events,
                BonusAnswer.of(
                        granted,
                        status,
                        RequirementSummary.created(requirement.requirementId(), requirement.requiredMinor())));
    }

    /** What is granted; its requirement has no number before it is funded. */
    private QueuedBonus bonus() {
        long amountMinor = command.amount().amountMinor();
        DepositCredited deposit = facts.deposit();
        RequirementTerms requirement = RequirementTerms.of(
                        command.brandId(),
                        deposit == null ? RequirementKind.BONUS : RequirementKind.DEPOSIT_BONUS,
                        command.bonusId(),
                        0,
                        deposit == null
                                ? amountMinor
                                : amountMinor + deposit.amount().amountMinor(),
                        rolling,
                        facts.wallet().topology().ref(),
                        facts.policy().ref())
                .until(facts.expiresAt());
        return new QueuedBonus(
                new BonusTerms(
                        command.bonusId(),
                        amountMinor,
                        command.capMinor(),
                        facts.policy()
                                .betLimits()
                                .of(command.amount().currency())
                                .bonusStakeMinor(),
                        facts.expiresAt(),
                        command.depositId()),
                requirement);
    }

    private static RollingTerms rolling(GrantBonus command, Policy policy) {
        RollingTerms standard = policy.bonusRolling();
        return command.multiplierBps() == null
                ? standard
                : new RollingTerms(command.multiplierBps(), standard.contributions());
    }
}
