package io.carat.core.bet;

import io.carat.core.bet.BetAnswer.BetReversedAnswer;
import io.carat.core.bet.BetAnswer.LegPart;
import io.carat.core.bet.BetCommand.VoidBet;
import io.carat.core.bet.BetEvent.BetVoided;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.WalletMovement;
import java.util.ArrayList;
import java.util.List;

/**
 * Declares a bet void that has paid already: a correction to VOID (rule book §3). Stake that is neither refunded nor
 * cashed out goes back, payouts are reversed, attributions too; cash-outs stand.
 */
final class BetVoiding {

    private final VoidBet command;
    private final BetFacts facts;
    private final BetState.Bet bet;
    private final WalletMovement movement;
    private final Journal journal;

    BetVoiding(VoidBet command, BetFacts facts) {
        this.command = command;
        this.facts = facts;
        this.bet = facts.bet();
        this.movement = new WalletMovement(facts.wallet());
        this.journal = Journal.of(bet.terms().authorizationId(), "void/" + command.transactionId());
    }

    Decision decide() {
        List<LegAmount> refunds = LegSplit.list(bet.remainingByLeg());
        long[] paid = Settlements.paid(bet, bet.settlements());
        refund(refunds);
        reverse(paid);
        new AttributionReversal(facts, movement).reverse(command.transactionId());
        Coverage coverage = new Coverage(movement, journal);
        facts.paidTypes().forEach(coverage::completeFulfilled);
        facts.paidTypes().forEach(coverage::release);

        List<LedgerEvent> events = new ArrayList<>();
        events.add(new BetVoided(bet.terms().authorizationId(), command.transactionId(), refunds, LegSplit.list(paid)));
        events.addAll(facts.numbers().events());
        events.addAll(movement.events());
        return Decision.accepted(
                events,
                new BetReversedAnswer(
                        bet.terms().authorizationId(),
                        command.transactionId(),
                        BetStatus.VOIDED,
                        LegPart.of(bet.terms(), refunds)));
    }

    private void refund(List<LegAmount> refunds) {
        LegReturns returns = new LegReturns(bet.terms(), movement, journal, facts.target());
        if (bet.isOpen()) {
            returns.refundHeld(refunds);
        } else {
            returns.refundTaken(refunds);
        }
    }

    private void reverse(long[] paid) {
        NetPostings net = new NetPostings(facts, movement, journal, command.transactionId());
        bet.terms().legs().forEach(leg -> net.add(leg, facts.target().bucketOf(leg), -paid[leg.number() - 1]));
        net.post(Settlements.transactionIds(bet.settlements()).toList());
    }
}
