package io.carat.core.bet;

import io.carat.core.bet.BetAnswer.BetReversedAnswer;
import io.carat.core.bet.BetAnswer.LegPart;
import io.carat.core.bet.BetCommand.BetTransaction;
import io.carat.core.bet.BetCommand.RollbackBetByBetId;
import io.carat.core.bet.BetCommand.VoidBet;
import io.carat.core.bet.BetEvent.BetHalfVoided;
import io.carat.core.bet.BetEvent.BetRolledBack;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.bet.BetEvent.BetVoided;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;
import io.carat.core.wallet.BonusTurns;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.WalletMovement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Gives stakes back to exactly the legs they came from (rule book §3): rollback, void, half void, tombstone. */
final class BetRollback {

    private final BetTransaction command;
    private final BetFacts facts;
    private final BetState.Bet bet;
    private final WalletMovement movement;
    private final BonusTurns turns;
    private final Journal journal;

    BetRollback(BetTransaction command, BetFacts facts) {
        this.command = command;
        this.facts = facts;
        this.bet = facts.bet();
        this.movement = new WalletMovement(facts.wallet());
        this.turns = facts.turns(movement);
        this.journal = BetDeed.of(command).journal(bet.terms().authorizationId());
    }

    /** Lays a tombstone for a bet that has not come: when it comes, it is refused. */
    static Decision tombstone(RollbackBetByBetId command) {
        BetTombstoned tombstone = new BetTombstoned(
                command.authorizationId(),
                command.brandId(),
                command.playerId(),
                command.currency(),
                command.providerId(),
                command.betId(),
                command.transactionId());
        return Decision.accepted(
                List.of(tombstone),
                new BetReversedAnswer(
                        command.authorizationId(), command.transactionId(), BetStatus.TOMBSTONED, List.of()));
    }

    /** Restores the open stake; refused after any settlement, also one of 0. */
    Decision rollBack() {
        return whenUntouched(
                refunds -> new BetRolledBack(id(), command.transactionId(), refunds), BetStatus.ROLLED_BACK);
    }

    /** Restores the open stake, or the part that the provider names. */
    Decision voidBet(VoidBet voiding) {
        Long part = voiding.refundedStakeMinor();
        if (part == null || (part == bet.openStakeMinor() && bet.status() == BetStatus.AUTHORIZED)) {
            return switch (bet.status()) {
                case SETTLED, PARTIALLY_SETTLED -> new BetVoiding(voiding, facts).decide();
                case AUTHORIZED, VOIDED, ROLLED_BACK, TOMBSTONED ->
                    whenUntouched(
                            refunds -> new BetVoided(id(), command.transactionId(), refunds, List.of()),
                            BetStatus.VOIDED);
            };
        }
        if (!bet.isOpen()) {
            return closed();
        }
        if (part <= 0 || part >= bet.openStakeMinor()) {
            return Decision.rejected(
                    RejectionCode.AMOUNT_INVALID,
                    "A stake of " + bet.openStakeMinor() + " is open; " + part + " is not a part of it.");
        }
        List<LegAmount> refunds = LegSplit.of(part, bet.remainingByLeg());
        return reversed(new BetHalfVoided(id(), command.transactionId(), refunds), refunds, bet.status());
    }

    private Decision whenUntouched(Function<List<LegAmount>, BetEvent> event, BetStatus end) {
        if (bet.status() != BetStatus.AUTHORIZED) {
            return closed();
        }
        List<LegAmount> refunds =
                bet.openStakeMinor() == 0 ? List.of() : LegSplit.of(bet.openStakeMinor(), bet.remainingByLeg());
        return reversed(event.apply(refunds), refunds, end);
    }

    private Decision closed() {
        return switch (bet.status()) {
            case ROLLED_BACK, TOMBSTONED ->
                Decision.rejected(RejectionCode.ALREADY_ROLLED_BACK, "The bet was rolled back before.");
            case AUTHORIZED, PARTIALLY_SETTLED, SETTLED, VOIDED ->
                Decision.rejected(RejectionCode.BET_ALREADY_SETTLED, "The bet is " + bet.status() + ".");
        };
    }

    private Decision reversed(BetEvent event, List<LegAmount> refunds, BetStatus end) {
        turns.endDue();
        new LegReturns(bet.terms(), movement, journal, facts.target()).refundHeld(refunds);
        Coverage coverage = new Coverage(movement, journal);
        facts.legTypes().forEach(coverage::release);
        turns.startNext();
        List<LedgerEvent> events = new ArrayList<>();
        events.add(event);
        events.addAll(facts.besides());
        events.addAll(movement.events());
        return Decision.accepted(
                events, new BetReversedAnswer(id(), command.transactionId(), end, LegPart.of(bet.terms(), refunds)));
    }

    private String id() {
        return bet.terms().authorizationId();
    }
}
