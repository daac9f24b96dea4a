package io.carat.core.win;

import io.carat.core.bonus.OpenedBonus;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.player.PlayerEvent.WalletOpened;
import io.carat.core.player.PlayerState;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Debts;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.RequirementNumbers.Ground;
import io.carat.core.wallet.TargetCredit;
import io.carat.core.wallet.TargetCredit.Credited;
import io.carat.core.wallet.WalletLoading.Owner;
import io.carat.core.wallet.WalletMovement;
import io.carat.core.win.WinEvent.WinRecorded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Credits a win from PROMO to where its campaign pays (rule book §3 to §5), with the rolling that it owes in the same credit.
 * What goes to NORMAL or WITHDRAWABLE first pays the wallet's debts, as any later payout does; rolling is owed on the rest.
 */
final class WinCrediting {

    private final RecordWin command;
    private final WinFacts facts;
    private final WalletMovement movement;
    private final Journal journal;
    private final Debts debts;
    private final RequirementNumbers numbers;
    private final TargetCredit target;
    private final BonusTurns turns;
    private final List<LedgerEvent> opened = new ArrayList<>();
    private final String bucket;
    private final long payoutMinor;

    WinCrediting(RecordWin command, WinFacts facts) {
        this.command = command;
        this.facts = facts;
        this.movement = new WalletMovement(facts.wallet());
        this.journal = Journal.of(command.winId(), "credit");
        this.debts = new Debts(movement);
        this.bucket = facts.bucket();
        this.payoutMinor = command.payout().amountMinor();
        this.numbers = new RequirementNumbers(owner(), facts.player());
        this.target = new TargetCredit(movement, numbers, terms());
        this.turns = new BonusTurns(movement, numbers, facts.now());
    }

    Decision decide() {
        if (payoutMinor == 0) {
            return decided(0, null, target.activeBonusId());
        }
        turns.endDue();
        turns.startNext();
        if (isTooMuchForItsBonus()) {
            return Decision.rejected(
                    RejectionCode.AMOUNT_INVALID,
                    "What the active bonus is wagered for would exceed " + Money.MAX_REQUEST_MINOR + " minor units.");
        }
        boolean paysDebts = facts.campaign().payoutTarget() != CouponTarget.BONUS;
        long recoveredMinor = paysDebts ? Math.min(payoutMinor, debts.openMinor()) : 0;
        Credited credited = target.pay(journal, PostingReason.PAYOUT, SystemAccount.PROMO, payoutMinor, recoveredMinor);
        OpenedBonus.of(credited, command.payout(), movement.bucket(bucket), ground(), command.winId())
                .ifPresent(opened::add);
        debts.recover(bucket, journal, recoveredMinor);
        new Coverage(movement, journal).release(bucket);
        return decided(recoveredMinor, credited.requirement(), credited.bonusId());
    }

    private boolean isTooMuchForItsBonus() {
        return facts.campaign().payoutTarget() == CouponTarget.BONUS
                && target.activeRequirement()
                        .map(active -> Math.addExact(active.terms().baseMinor(), payoutMinor))
                        .filter(baseMinor -> baseMinor > Money.MAX_REQUEST_MINOR)
                        .isPresent();
    }

    private Owner owner() {
        return new Owner(command.brandId(), command.playerId(), command.payout().currency());
    }

    private TargetCredit.Terms terms() {
        return new TargetCredit.Terms(
                facts.campaign().payoutTarget(),
                bucket,
                facts.campaign().multiplierBps(),
                command.winId(),
                command.bonusId(),
                command.payout().currency(),
                facts.policy(),
                ground());
    }

    private Ground ground() {
        return new Ground(facts.wallet().topology().ref(), facts.policy().ref());
    }

    /** The first credit in a currency opens the wallet in it (rule book §1). */
    private List<LedgerEvent> playerEvents() {
        List<LedgerEvent> events = new ArrayList<>();
        if (payoutMinor > 0
                && !facts.player().currencies().contains(command.payout().currency())) {
            events.add(new WalletOpened(
                    PlayerState.streamId(command.brandId(), command.playerId()),
                    command.brandId(),
                    command.playerId(),
                    command.payout().currency()));
        }
        events.addAll(numbers.events());
        return events;
    }

    private Decision decided(long recoveredMinor, @Nullable RequirementSummary requirement, @Nullable String bonusId) {
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
                facts.policy().ref(),
                command.couponGrantId());
        List<LedgerEvent> events = new ArrayList<>();
        events.add(recorded);
        events.addAll(playerEvents());
        events.addAll(opened);
        events.addAll(movement.events());
        return Decision.accepted(events, WinAnswer.of(recorded, requirement));
    }
}
