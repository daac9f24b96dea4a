package io.carat.core.bet;

import io.carat.core.bet.BetAnswer.BetSettledAnswer;
import io.carat.core.bet.BetAnswer.LegPart;
import io.carat.core.bet.BetCommand.SettleBet;
import io.carat.core.bet.BetEvent.BetSettled;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.policy.Policy;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.WalletMovement;
import java.util.ArrayList;
import java.util.List;

/**
 * Pays a result by the legs stored at authorization, never by today's balances or policies (rule book §0, §3): refund,
 * release the hold, credit, attribute, complete, sweep, all in one movement.
 */
public final class BetSettlement {

    private final SettleBet command;
    private final BetFacts facts;
    private final BetState.Bet bet;
    private final Policy policy;
    private final WalletMovement movement;
    private final BonusTurns turns;
    private final LegReturns returns;
    private final Journal journal;
    private final Coverage coverage;

    /** The decision's facts: the bet, the policy version of its snapshot, and the wallet as loaded. */
    BetSettlement(SettleBet command, BetFacts facts) {
        this.command = command;
        this.facts = facts;
        this.bet = facts.bet();
        this.policy = facts.policy();
        this.movement = new WalletMovement(facts.wallet());
        this.turns = facts.turns(movement);
        this.journal = deed().journal(bet.terms().authorizationId());
        this.coverage = new Coverage(movement, journal);
        this.returns = new LegReturns(bet.terms(), movement, journal, facts.target());
    }

    /** Pays, or refuses: a closed bet takes no further result, a push pays back exactly the open stake. */
    public Decision decide() {
        return switch (bet.status()) {
            case AUTHORIZED, PARTIALLY_SETTLED -> refusedPayout() ? wrongPayout() : settled();
            case SETTLED -> isLateWin() ? lateWin() : alreadySettled();
            case VOIDED -> alreadySettled();
            case ROLLED_BACK, TOMBSTONED ->
                Decision.rejected(RejectionCode.ALREADY_ROLLED_BACK, "The bet was rolled back.");
        };
    }

    private Decision alreadySettled() {
        return Decision.rejected(RejectionCode.BET_ALREADY_SETTLED, "The bet is " + bet.status() + ".");
    }

    private boolean isLateWin() {
        return command.winsAfterClose()
                && command.payoutMinor() > 0
                && (command.result() == BetResult.WIN || command.result() == BetResult.JACKPOT);
    }

    private boolean refusedPayout() {
        if (command.payoutMinor() < 0 || command.payoutMinor() > Money.MAX_REQUEST_MINOR) {
            return true;
        }
        return switch (command.result()) {
            case PUSH -> command.payoutMinor() != bet.openStakeMinor();
            case LOSE, HALF_VOID -> command.payoutMinor() != 0;
            case WIN, JACKPOT -> false;
        };
    }

    private Decision wrongPayout() {
        return Decision.rejected(
                RejectionCode.AMOUNT_INVALID,
                "A payout of " + command.payoutMinor() + " does not fit " + command.result()
                        + ": a push pays the open stake of " + bet.openStakeMinor()
                        + ", LOSE and HALF_VOID pay 0, a win from 0 to " + Money.MAX_REQUEST_MINOR + ".");
    }

    private Decision settled() {
        turns.endDue();
        List<LegAmount> payouts = payouts();
        List<LegAmount> refunds = refunds();
        boolean closes = closes();
        returns.refundHeld(refunds);
        if (closes) {
            takeStakes(refunds);
        }
        returns.pay(payouts, PostingReason.PAYOUT, deed());
        List<BetAttribution> attributions = closes ? attribute(refunds) : List.of();
        List<String> touched = payouts.isEmpty() ? facts.legTypes() : facts.touchedTypes(command.payoutMinor());
        touched.forEach(type -> coverage.completeWhenLow(type, policy.lowBalanceMinor(currency())));
        facts.freedTypes(command.payoutMinor()).forEach(coverage::release);
        return accepted(payouts, refunds, attributions, closes);
    }

    private Decision lateWin() {
        if (refusedPayout()) {
            return wrongPayout();
        }
        turns.endDue();
        List<LegAmount> payouts = payouts();
        returns.pay(payouts, PostingReason.PAYOUT, deed());
        facts.touchedTypes(command.payoutMinor())
                .forEach(type -> coverage.completeWhenLow(type, policy.lowBalanceMinor(currency())));
        facts.paidTypes().forEach(coverage::release);
        return accepted(payouts, List.of(), List.of(), true);
    }

    private BetDeed deed() {
        return BetDeed.settlement(command.transactionId());
    }

    private Decision accepted(
            List<LegAmount> payouts, List<LegAmount> refunds, List<BetAttribution> attributions, boolean closes) {
        BetSettled settled = new BetSettled(
                bet.terms().authorizationId(),
                command.transactionId(),
                command.result(),
                command.payoutMinor(),
                payouts,
                refunds,
                attributions,
                closes,
                facts.couponPaid());
        turns.startNext();
        List<LedgerEvent> events = new ArrayList<>();
        events.add(settled);
        events.addAll(facts.besides());
        events.addAll(movement.events());
        return Decision.accepted(events, answer(settled));
    }

    private boolean closes() {
        return command.closesRound() || command.payoutMinor() == 0 || command.result() == BetResult.PUSH;
    }

    private List<LegAmount> payouts() {
        return switch (command.result()) {
            case WIN, JACKPOT -> facts.shares(command.payoutMinor(), bet.weights());
            case LOSE, PUSH, HALF_VOID -> List.of();
        };
    }

    private List<LegAmount> refunds() {
        return switch (command.result()) {
            case PUSH -> LegSplit.of(bet.openStakeMinor(), bet.remainingByLeg());
            case HALF_VOID -> LegSplit.of(Math.ceilDiv(bet.openStakeMinor(), 2), bet.remainingByLeg());
            case WIN, LOSE, JACKPOT -> List.of();
        };
    }

    private void takeStakes(List<LegAmount> refunds) {
        long[] left = LegSplit.less(bet.remainingByLeg(), refunds);
        for (Leg leg : bet.terms().legs()) {
            if (CouponLeg.isOne(leg)) {
                facts.target().coupon(leg).takeHeld(journal, left[leg.number() - 1]);
                continue;
            }
            movement.takeHold(
                    leg.bucketTypeCode(),
                    journal.leg(leg.number()),
                    PostingReason.STAKE_TAKEN,
                    SystemAccount.BET_HOLD,
                    SystemAccount.HOUSE,
                    left[leg.number() - 1]);
        }
    }

    private List<BetAttribution> attribute(List<LegAmount> refunds) {
        return new StakeCounting(bet.terms(), movement, coverage).count(LegSplit.less(bet.remainingByLeg(), refunds));
    }

    private String currency() {
        return bet.terms().stake().currency();
    }

    private BetSettledAnswer answer(BetSettled settled) {
        return new BetSettledAnswer(
                settled.authorizationId(),
                settled.transactionId(),
                settled.closes() ? BetStatus.SETTLED : BetStatus.PARTIALLY_SETTLED,
                settled.payoutMinor(),
                LegPart.of(bet.terms(), settled.payouts()),
                LegPart.of(bet.terms(), settled.refunds()));
    }
}
