package io.carat.core.bonus;

import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketEvent.BonusQueued;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.claim.ClaimName;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.CreditTerms;
import io.carat.core.wallet.CreditTerms.Credit;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.WalletMovement;
import java.time.Instant;
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
        Optional<Rejection> refusal = outOfBounds().or(this::expired);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        turns.endDue();
        turns.startNext();
        BucketState bucket = movement.bucket(command.bucket());
        if (bucket.activeBonus() == null) {
            return fund();
        }
        return bucket.queuedBonuses().size() < MAX_QUEUED
                ? queue()
                : Decision.rejected(
                        RejectionCode.BONUS_ALREADY_ACTIVE,
                        command.bucket() + " already runs a bonus, and " + MAX_QUEUED + " wait for its end.");
    }

    private Optional<Rejection> outOfBounds() {
        boolean wrong = rolling.multiplierBps() < 0
                || rolling.multiplierBps() > RollingTerms.MAX_MULTIPLIER_BPS
                || (command.capMinor() != null && command.capMinor() < 0);
        return wrong
                ? Optional.of(Rejection.of(
                        RejectionCode.AMOUNT_INVALID,
                        "A multiplier is from 0 to " + RollingTerms.MAX_MULTIPLIER_BPS
                                + " basis points, a cap 0 or above."))
                : Optional.empty();
    }

    private Optional<Rejection> expired() {
        Instant expiresAt = facts.expiresAt();
        return expiresAt != null && !facts.now().isBefore(expiresAt)
                ? Optional.of(Rejection.of(
                        RejectionCode.BONUS_EXPIRED, "The bonus would be expired since " + expiresAt + "."))
                : Optional.empty();
    }

    private Decision fund() {
        CreditTerms terms = CreditTerms.of(
                new Credit(
                        command.brandId(),
                        command.playerId(),
                        command.amount().currency(),
                        RequirementKind.BONUS,
                        command.bonusId(),
                        movement.bucket(command.bucket()).id(),
                        command.amount().amountMinor()),
                facts.player(),
                facts.wallet().topology(),
                facts.policy(),
                rolling);
        RequirementTerms requirement = terms.requirement().until(facts.expiresAt());
        Journal journal = Journal.of(command.bonusId(), "grant");
        movement.creditCovered(
                command.bucket(),
                journal,
                PostingReason.BONUS_GRANT,
                SystemAccount.PROMO,
                command.amount().amountMinor(),
                requirement,
                bonus());
        new Coverage(movement, journal).completeFulfilled(command.bucket());
        return granted(
                terms.playerEvents(),
                requirement,
                requirement.requiredMinor() == 0 ? BonusStatus.COMPLETED : BonusStatus.ACTIVE);
    }

    private Decision queue() {
        RequirementTerms requirement = RequirementTerms.of(
                        command.brandId(),
                        RequirementKind.BONUS,
                        command.bonusId(),
                        0,
                        command.amount().amountMinor(),
                        rolling,
                        facts.wallet().topology().ref(),
                        facts.policy().ref())
                .until(facts.expiresAt());
        movement.record(new BonusQueued(movement.bucket(command.bucket()).id(), bonus(), requirement));
        return granted(List.of(), requirement, BonusStatus.QUEUED);
    }

    private Decision granted(List<LedgerEvent> playerEvents, RequirementTerms requirement, BonusStatus status) {
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
                null,
                facts.wallet().topology().ref(),
                facts.policy().ref(),
                ClaimName.requestClaimId(command.brandId(), command.request()));
        List<LedgerEvent> events = new ArrayList<>();
        events.add(granted);
        events.addAll(playerEvents);
        events.addAll(numbers.events());
        events.addAll(movement.events());
        return Decision.accepted(
                events,
                BonusAnswer.of(
                        granted,
                        status,
                        RequirementSummary.created(requirement.requirementId(), requirement.requiredMinor())));
    }

    private BonusTerms bonus() {
        return new BonusTerms(
                command.bonusId(),
                command.amount().amountMinor(),
                command.capMinor(),
                facts.policy().betLimits().of(command.amount().currency()).bonusStakeMinor(),
                facts.expiresAt(),
                null);
    }

    private static RollingTerms rolling(GrantBonus command, Policy policy) {
        RollingTerms standard = policy.bonusRolling();
        return command.multiplierBps() == null
                ? standard
                : new RollingTerms(command.multiplierBps(), standard.contributions());
    }
}
