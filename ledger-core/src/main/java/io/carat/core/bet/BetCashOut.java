package io.carat.core.bet;

import io.carat.core.bet.BetAnswer.BetSettledAnswer;
import io.carat.core.bet.BetAnswer.LegPart;
import io.carat.core.bet.BetCommand.CashOutBet;
import io.carat.core.bet.BetEvent.BetCashedOut;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.WalletMovement;
import java.util.ArrayList;
import java.util.List;

/**
 * Buys a part of a stake back: the closed stake is split over the remaining legs, its price over that split (rule book
 * §3). Closing all that is open settles the bet; nothing of a cashed-out stake counts towards a requirement.
 */
final class BetCashOut {

    private final CashOutBet command;
    private final BetFacts facts;
    private final BetState.Bet bet;
    private final WalletMovement movement;
    private final BonusTurns turns;
    private final Journal journal;

    BetCashOut(CashOutBet command, BetFacts facts) {
        this.command = command;
        this.facts = facts;
        this.bet = facts.bet();
        this.movement = new WalletMovement(facts.wallet());
        this.turns = facts.turns(movement);
        this.journal = deed().journal(bet.terms().authorizationId());
    }

    Decision decide() {
        return switch (bet.status()) {
            case AUTHORIZED, PARTIALLY_SETTLED -> fits() ? cashedOut() : wrongAmount();
            case SETTLED, VOIDED ->
                Decision.rejected(RejectionCode.BET_ALREADY_SETTLED, "The bet is " + bet.status() + ".");
            case ROLLED_BACK, TOMBSTONED ->
                Decision.rejected(RejectionCode.ALREADY_ROLLED_BACK, "The bet was rolled back.");
        };
    }

    private BetDeed deed() {
        return BetDeed.cashOut(command.transactionId());
    }

    private boolean fits() {
        return command.closedStakeMinor() > 0
                && command.closedStakeMinor() <= bet.openStakeMinor()
                && command.priceMinor() >= 0
                && command.priceMinor() <= Money.MAX_REQUEST_MINOR;
    }

    private Decision wrongAmount() {
        return Decision.rejected(
                RejectionCode.AMOUNT_INVALID,
                "Of an open stake of " + bet.openStakeMinor() + ", " + command.closedStakeMinor() + " for "
                        + command.priceMinor()
                        + " cannot be cashed out: the closed stake is from 1 to the open one, the"
                        + " price from 0 to " + Money.MAX_REQUEST_MINOR + ".");
    }

    private Decision cashedOut() {
        turns.endDue();
        List<LegAmount> closed = LegSplit.of(command.closedStakeMinor(), bet.remainingByLeg());
        List<LegAmount> payouts = facts.shares(command.priceMinor(), closed);
        closed.forEach(this::takeStake);
        new LegReturns(bet.terms(), movement, journal, facts.target()).pay(payouts, PostingReason.CASH_OUT, deed());
        boolean closes = command.closedStakeMinor() == bet.openStakeMinor();
        release(closes);
        turns.startNext();
        List<LedgerEvent> events = new ArrayList<>();
        events.add(new BetCashedOut(
                bet.terms().authorizationId(), command.transactionId(), closed, payouts, closes, facts.couponPaid()));
        events.addAll(facts.besides());
        events.addAll(movement.events());
        return Decision.accepted(events, answer(payouts, closes));
    }

    /** Closing all that is open settles the bet, and a settlement tests for a low balance. */
    private void release(boolean closes) {
        Coverage coverage = new Coverage(movement, journal);
        long lowMinor = facts.policy().lowBalanceMinor(bet.terms().stake().currency());
        List<String> touched = facts.touchedTypes(command.priceMinor());
        if (closes) {
            touched.forEach(type -> coverage.completeWhenLow(type, lowMinor));
        }
        facts.freedTypes(command.priceMinor()).forEach(coverage::release);
    }

    private void takeStake(LegAmount closed) {
        Leg leg = bet.terms().legs().get(closed.leg() - 1);
        if (CouponLeg.isOne(leg)) {
            facts.target().coupon(leg).takeHeld(journal, closed.amountMinor());
            return;
        }
        movement.takeHold(
                leg.bucketTypeCode(),
                journal.leg(leg.number()),
                PostingReason.STAKE_TAKEN,
                SystemAccount.BET_HOLD,
                SystemAccount.HOUSE,
                closed.amountMinor());
    }

    private BetSettledAnswer answer(List<LegAmount> payouts, boolean closes) {
        return new BetSettledAnswer(
                bet.terms().authorizationId(),
                command.transactionId(),
                closes ? BetStatus.SETTLED : BetStatus.PARTIALLY_SETTLED,
                command.priceMinor(),
                LegPart.of(bet.terms(), payouts),
                List.of());
    }
}
