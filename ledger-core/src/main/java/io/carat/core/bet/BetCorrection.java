package io.carat.core.bet;

import io.carat.core.bet.BetAnswer.BetCorrectedAnswer;
import io.carat.core.bet.BetAnswer.LegPart;
import io.carat.core.bet.BetCommand.CorrectBet;
import io.carat.core.bet.BetEvent.BetCorrected;
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
import java.util.stream.LongStream;

/**
 * Replaces a settlement by another (rule book §3): its split is reversed, the new one applied, and the net posted per
 * bucket. What a bucket cannot pay comes from WITHDRAWABLE, the rest is owed. Attributions stay as they are.
 */
final class BetCorrection {

    private final CorrectBet command;
    private final BetFacts facts;
    private final BetState.Bet bet;
    private final WalletMovement movement;
    private final BonusTurns turns;
    private final Journal journal;

    BetCorrection(CorrectBet command, BetFacts facts) {
        this.command = command;
        this.facts = facts;
        this.bet = facts.bet();
        this.movement = new WalletMovement(facts.wallet());
        this.turns = facts.turns(movement);
        this.journal =
                BetDeed.correction(command.transactionId()).journal(bet.terms().authorizationId());
    }

    Decision decide() {
        return switch (bet.status()) {
            case SETTLED, PARTIALLY_SETTLED -> correct(Settlements.named(bet, command.correctsTransactionId()));
            case AUTHORIZED -> correct(List.of());
            case VOIDED -> Decision.rejected(RejectionCode.BET_ALREADY_SETTLED, "The bet is VOIDED.");
            case ROLLED_BACK, TOMBSTONED ->
                Decision.rejected(RejectionCode.ALREADY_ROLLED_BACK, "The bet was rolled back.");
        };
    }

    private Decision correct(List<Settlement> named) {
        if (command.payoutMinor() < 0 || command.payoutMinor() > Money.MAX_REQUEST_MINOR) {
            return Decision.rejected(
                    RejectionCode.AMOUNT_INVALID,
                    "A payout is from 0 to " + Money.MAX_REQUEST_MINOR + ", not " + command.payoutMinor() + ".");
        }
        if (named.isEmpty()) {
            String what = command.correctsTransactionId() == null
                    ? "a settlement"
                    : "a settlement " + command.correctsTransactionId();
            return Decision.rejected(
                    RejectionCode.SETTLEMENT_NOT_FOUND, "The bet does not have " + what + " to be corrected.");
        }
        return corrected(named);
    }

    private Decision corrected(List<Settlement> named) {
        turns.endDue();
        long[] paid = Settlements.paid(bet, named);
        long[] refunded = Settlements.refunded(bet, named);
        long[] weights = named.getLast().weightsMinor().stream()
                .mapToLong(Long::longValue)
                .toArray();
        if (facts.coupon() != null) {
            facts.coupon().forget(named, refunded[facts.coupon().leg().number() - 1]);
        }
        List<LegAmount> payouts = command.payoutMinor() == 0 ? List.of() : facts.shares(command.payoutMinor(), weights);
        post(named, paid, refunded, LegSplit.total(paid.length, payouts.stream()));

        turns.startNext();
        BetCorrected corrected = new BetCorrected(
                bet.terms().authorizationId(),
                command.transactionId(),
                command.correctsTransactionId(),
                command.payoutMinor(),
                LegSplit.list(paid),
                LegSplit.list(refunded),
                payouts,
                facts.couponPaid());
        List<LedgerEvent> events = new ArrayList<>();
        events.add(corrected);
        events.addAll(facts.besides());
        events.addAll(movement.events());
        return Decision.accepted(events, answer(payouts, LongStream.of(paid).sum()));
    }

    private void post(List<Settlement> named, long[] paid, long[] refunded, long[] instead) {
        NetPostings net = new NetPostings(facts, movement, journal, true);
        for (Leg leg : bet.terms().legs()) {
            int i = leg.number() - 1;
            if (CouponLeg.isOne(leg)) {
                facts.target().coupon(leg).retakeRefund(journal, refunded[i]);
                couponReversal(leg).add(net, named, instead[i]);
            } else {
                net.add(leg, leg.bucketTypeCode(), -refunded[i]);
                net.add(leg, facts.target().bucketOf(leg), instead[i] - paid[i]);
            }
        }
        net.post();
        bet.terms().legs().forEach(leg -> owe(leg, named, instead[leg.number() - 1], net));
        Coverage coverage = new Coverage(movement, journal);
        facts.paidTypes().forEach(coverage::completeFulfilled);
        facts.paidTypes().forEach(coverage::release);
    }

    private void owe(Leg leg, List<Settlement> named, long insteadMinor, NetPostings net) {
        if (CouponLeg.isOne(leg)) {
            couponReversal(leg).owe(net, named, insteadMinor);
        } else if (facts.target().isToNormal(leg)) {
            new PayoutRolling(facts, movement, deed(), facts.target().rolling())
                    .replaced(named, leg, insteadMinor, net);
        }
    }

    private CouponReversal couponReversal(Leg leg) {
        return new CouponReversal(facts, facts.target().coupon(leg), movement, journal, deed());
    }

    private BetDeed deed() {
        return BetDeed.correction(command.transactionId());
    }

    private BetCorrectedAnswer answer(List<LegAmount> payouts, long reversedMinor) {
        return new BetCorrectedAnswer(
                bet.terms().authorizationId(),
                command.transactionId(),
                bet.status(),
                command.payoutMinor(),
                reversedMinor,
                LegPart.of(bet.terms(), payouts));
    }
}
