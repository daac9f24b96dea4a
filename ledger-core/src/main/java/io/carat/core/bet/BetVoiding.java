package io.carat.core.bet;

import io.carat.core.bet.BetAnswer.BetReversedAnswer;
import io.carat.core.bet.BetAnswer.LegPart;
import io.carat.core.bet.BetCommand.VoidBet;
import io.carat.core.bet.BetEvent.BetVoided;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.review.ReviewEvent.ReviewOpened;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.WalletMovement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Declares a bet void that has paid already: a correction to VOID (rule book §3). Stake that is neither refunded nor
 * cashed out goes back, payouts are reversed, attributions too; cash-outs stand.
 */
final class BetVoiding {

    private final VoidBet command;
    private final BetFacts facts;
    private final BetState.Bet bet;
    private final WalletMovement movement;
    private final BonusTurns turns;
    private final Journal journal;

    BetVoiding(VoidBet command, BetFacts facts) {
        this.command = command;
        this.facts = facts;
        this.bet = facts.bet();
        this.movement = new WalletMovement(facts.wallet());
        this.turns = facts.turns(movement);
        this.journal = deed().journal(bet.terms().authorizationId());
    }

    private BetDeed deed() {
        return BetDeed.voiding(command.transactionId());
    }

    Decision decide() {
        turns.endDue();
        List<LegAmount> refunds = LegSplit.list(bet.remainingByLeg());
        long[] paid = Settlements.paid(bet, bet.settlements());
        if (bet.isOpen()) {
            reverseOpen(refunds, paid);
        } else {
            reverse(refunds, paid);
        }
        oweNothing();
        Optional<ReviewOpened> review = new AttributionReversal(facts, movement).reverse(deed());
        Coverage coverage = new Coverage(movement, journal);
        facts.paidTypes().forEach(coverage::completeFulfilled);
        facts.paidTypes().forEach(coverage::release);
        turns.startNext();

        List<LedgerEvent> events = new ArrayList<>();
        events.add(new BetVoided(bet.terms().authorizationId(), command.transactionId(), refunds, LegSplit.list(paid)));
        events.addAll(facts.besides());
        events.addAll(movement.events());
        review.ifPresent(events::add);
        return Decision.accepted(
                events,
                new BetReversedAnswer(
                        bet.terms().authorizationId(),
                        command.transactionId(),
                        BetStatus.VOIDED,
                        LegPart.of(bet.terms(), refunds)));
    }

    /** The stake was taken: what goes back and what is taken back are posted net. */
    private void reverse(List<LegAmount> refunds, long[] paid) {
        NetPostings net = new NetPostings(facts, movement, journal, false);
        for (LegAmount refund : refunds) {
            if (CouponLeg.isOne(leg(refund))) {
                facts.target().coupon(leg(refund)).restoreTaken(journal, refund.amountMinor());
            } else {
                net.add(leg(refund), leg(refund).bucketTypeCode(), refund.amountMinor());
            }
        }
        reversePayouts(net, paid);
    }

    /** The stake is held: what returns of it can pay for what is taken back, but it takes no bonus's cap before that. */
    private void reverseOpen(List<LegAmount> refunds, long[] paid) {
        LegReturns returns = new LegReturns(bet.terms(), movement, journal, facts.target());
        returns.refundHeld(
                refunds.stream().filter(refund -> !isOfEndedBonus(leg(refund))).toList());
        reversePayouts(new NetPostings(facts, movement, journal, false), paid);
        returns.refundHeld(
                refunds.stream().filter(refund -> isOfEndedBonus(leg(refund))).toList());
    }

    private void reversePayouts(NetPostings net, long[] paid) {
        bet.terms().legs().stream()
                .filter(leg -> !CouponLeg.isOne(leg))
                .forEach(leg -> net.add(leg, facts.target().bucketOf(leg), -paid[leg.number() - 1]));
        if (facts.coupon() == null) {
            net.post();
        } else {
            CouponReversal reversal = new CouponReversal(facts, facts.coupon(), movement, journal, deed());
            reversal.add(net, bet.settlements(), 0);
            net.post();
            reversal.oweNothing(bet.settlements());
        }
    }

    /** Payouts that are taken back owe no rolling. */
    private void oweNothing() {
        PayoutRolling rolling =
                new PayoutRolling(facts, movement, deed(), facts.target().rolling());
        bet.terms().legs().stream()
                .filter(facts.target()::isToNormal)
                .forEach(leg -> bet.settlements()
                        .forEach(settlement -> rolling.changed(settlement, -settlement.paidMinor(leg))));
    }

    private boolean isOfEndedBonus(Leg leg) {
        return leg.bonusId() != null
                && movement.bucket(leg.bucketTypeCode()).endedBonuses().containsKey(leg.bonusId());
    }

    private Leg leg(LegAmount amount) {
        return bet.terms().legs().get(amount.leg() - 1);
    }
}
