package io.carat.core.win;

import io.carat.core.bonus.BonusEvent.BonusGranted;
import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Bps;
import io.carat.core.money.Money;
import io.carat.core.policy.RollingTerms;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.CreditTerms;
import io.carat.core.wallet.CreditTerms.Credit;
import io.carat.core.wallet.Debts;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.WalletLoading.Owner;
import io.carat.core.wallet.WalletMovement;
import io.carat.core.win.WinEvent.WinRecorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Credits a win from PROMO to where its campaign pays (rule book §3 to §5), with the rolling that it owes in the same credit.
 * What goes to NORMAL or WITHDRAWABLE first pays the wallet's debts, as any later payout does; rolling is owed on the rest.
 */
final class WinCrediting {

    private static final RollingTerms NO_ROLLING = new RollingTerms(0, Map.of());

    private final RecordWin command;
    private final WinFacts facts;
    private final WalletMovement movement;
    private final RequirementNumbers numbers;
    private final BonusTurns turns;
    private final Journal journal;
    private final Debts debts;
    private final String bucket;
    private final long payoutMinor;

    WinCrediting(RecordWin command, WinFacts facts) {
        this.command = command;
        this.facts = facts;
        this.movement = new WalletMovement(facts.wallet());
        this.numbers = new RequirementNumbers(
                new Owner(
                        command.brandId(), command.playerId(), command.payout().currency()),
                facts.player());
        this.turns = new BonusTurns(movement, numbers, facts.now());
        this.journal = Journal.of(command.winId(), "credit");
        this.debts = new Debts(movement);
        this.bucket = facts.bucket();
        this.payoutMinor = command.payout().amountMinor();
    }

    Decision decide() {
        if (payoutMinor == 0) {
            return decided(List.of(), 0, null, activeBonusId());
        }
        turns.endDue();
        turns.startNext();
        return switch (facts.campaign().payoutTarget()) {
            case WITHDRAWABLE -> withdrawable();
            case NORMAL -> normal();
            case BONUS -> activeRequirement().map(this::raise).orElseGet(this::open);
        };
    }

    private Decision withdrawable() {
        CreditTerms terms = terms(RequirementKind.COUPON, command.winId(), 0, NO_ROLLING);
        long recoveredMinor = recoveredMinor();
        movement.credit(bucket, journal, PostingReason.PAYOUT, SystemAccount.PROMO, payoutMinor);
        debts.recover(bucket, journal, recoveredMinor);
        return decided(terms.playerEvents(), recoveredMinor, null, null);
    }

    private Decision normal() {
        long recoveredMinor = recoveredMinor();
        CreditTerms terms = terms(
                RequirementKind.COUPON,
                command.winId(),
                payoutMinor - recoveredMinor,
                rolling(facts.policy().depositRolling()));
        boolean owes = terms.requirement().requiredMinor() > 0;
        if (owes) {
            movement.creditCovered(
                    bucket, journal, PostingReason.PAYOUT, SystemAccount.PROMO, payoutMinor, terms.requirement(), null);
        } else {
            movement.credit(bucket, journal, PostingReason.PAYOUT, SystemAccount.PROMO, payoutMinor);
        }
        debts.recover(bucket, journal, recoveredMinor);
        new Coverage(movement, journal).release(bucket);
        return decided(terms.playerEvents(), recoveredMinor, owes ? created(terms) : null, null);
    }

    /** The active bonus takes the win in: it is wagered under that bonus's own terms, and its cap holds for all. */
    private Decision raise(Requirement active) {
        long baseMinor = Math.addExact(active.terms().baseMinor(), payoutMinor);
        if (baseMinor > Money.MAX_REQUEST_MINOR) {
            return Decision.rejected(
                    RejectionCode.AMOUNT_INVALID,
                    "What the active bonus is wagered for would exceed " + Money.MAX_REQUEST_MINOR + " minor units.");
        }
        long requiredMinor = Bps.ceilOf(baseMinor, active.terms().multiplierBps());
        movement.credit(bucket, journal, PostingReason.PAYOUT, SystemAccount.PROMO, payoutMinor);
        movement.record(
                new RequirementRecalculated(movement.bucket(bucket).id(), active.id(), baseMinor, requiredMinor));
        return decided(
                List.of(), 0, new RequirementSummary(active.id(), requiredMinor, active.status()), activeBonusId());
    }

    private Decision open() {
        String bonusId = command.bonusId();
        CreditTerms terms = terms(
                RequirementKind.BONUS,
                bonusId,
                payoutMinor,
                rolling(facts.policy().bonusRolling()));
        movement.creditCovered(
                bucket,
                journal,
                PostingReason.PAYOUT,
                SystemAccount.PROMO,
                payoutMinor,
                terms.requirement(),
                new BonusTerms(
                        bonusId,
                        payoutMinor,
                        null,
                        facts.policy()
                                .betLimits()
                                .of(command.payout().currency())
                                .bonusStakeMinor()));
        new Coverage(movement, journal).completeFulfilled(bucket);
        List<LedgerEvent> before = new ArrayList<>(terms.playerEvents());
        before.add(granted(bonusId, terms.requirement()));
        return decided(before, 0, created(terms), bonusId);
    }

    private BonusGranted granted(String bonusId, RequirementTerms requirement) {
        return new BonusGranted(
                bonusId,
                command.brandId(),
                command.playerId(),
                command.payout(),
                movement.bucket(bucket).id(),
                bucket,
                requirement.requirementId(),
                requirement.requiredMinor(),
                null,
                null,
                null,
                facts.wallet().topology().ref(),
                facts.policy().ref(),
                command.winId());
    }

    private Optional<Requirement> activeRequirement() {
        return movement.bucket(bucket).requirements().stream()
                .filter(open -> open.terms().sourceId().equals(activeBonusId()))
                .findFirst();
    }

    private @Nullable String activeBonusId() {
        BonusTerms active = movement.bucket(bucket).activeBonus();
        return active == null ? null : active.bonusId();
    }

    private long recoveredMinor() {
        return Math.min(payoutMinor, debts.openMinor());
    }

    private RollingTerms rolling(RollingTerms standard) {
        Integer multiplierBps = facts.campaign().multiplierBps();
        return multiplierBps == null ? standard : new RollingTerms(multiplierBps, standard.contributions());
    }

    private CreditTerms terms(RequirementKind kind, String sourceId, long baseMinor, RollingTerms rolling) {
        return CreditTerms.of(
                new Credit(
                        command.brandId(),
                        command.playerId(),
                        command.payout().currency(),
                        kind,
                        sourceId,
                        movement.bucket(bucket).id(),
                        baseMinor),
                facts.player(),
                facts.wallet().topology(),
                facts.policy(),
                rolling);
    }

    private static RequirementSummary created(CreditTerms terms) {
        return RequirementSummary.created(
                terms.requirement().requirementId(), terms.requirement().requiredMinor());
    }

    private Decision decided(
            List<LedgerEvent> playerEvents,
            long recoveredMinor,
            @Nullable RequirementSummary requirement,
            @Nullable String bonusId) {
        WinRecorded recorded = new WinRecorded(
                command.winId(),
                command.brandId(),
                command.playerId(),
                command.providerId(),
                facts.campaign().campaignId(),
                command.gameId(),
                facts.route().product(),
                command.transactionId(),
                command.payout(),
                facts.campaign().payoutTarget(),
                movement.bucket(bucket).id(),
                bucket,
                recoveredMinor,
                requirement == null ? null : requirement.requirementId(),
                bonusId,
                facts.wallet().topology().ref(),
                facts.policy().ref());
        List<LedgerEvent> events = new ArrayList<>();
        events.add(recorded);
        events.addAll(playerEvents);
        events.addAll(numbers.events());
        events.addAll(movement.events());
        return Decision.accepted(events, WinAnswer.of(recorded, requirement));
    }
}
