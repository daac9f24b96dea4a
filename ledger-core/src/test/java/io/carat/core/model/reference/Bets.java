package io.carat.core.model.reference;

import io.carat.core.model.reference.Bet.Status;
import io.carat.core.model.reference.Step.CashOut;
import io.carat.core.model.reference.Step.Correct;
import io.carat.core.model.reference.Step.OfBet;
import io.carat.core.model.reference.Step.Result;
import io.carat.core.model.reference.Step.Rollback;
import io.carat.core.model.reference.Step.RollbackByBetId;
import io.carat.core.model.reference.Step.Settle;
import io.carat.core.model.reference.Step.VoidBet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider's word does to a bet that is there (§3). */
final class Bets {

    private Bets() {}

    static Told tell(int number, Bet bet, OfBet step) {
        return switch (step) {
            case Settle it -> settle(number, bet, it);
            case CashOut it -> cashOut(number, bet, it);
            case Rollback ignored -> rollback(number, bet);
            case RollbackByBetId it -> rollback(number, bet, it);
            case VoidBet it -> voidBet(number, bet, it);
            case Correct it -> correct(number, bet, it);
        };
    }

    private static Told settle(int number, Bet bet, Settle it) {
        boolean win = it.payout() > 0 && (it.result() == Result.WIN || it.result() == Result.JACKPOT);
        boolean late = bet.status == Status.SETTLED && it.winsAfterClose() && win;
        return bet.isOpen() || late ? done(number, new Paying(bet).settle(it)) : over(bet);
    }

    private static Told cashOut(int number, Bet bet, CashOut it) {
        return bet.isOpen() ? done(number, new Paying(bet).cashOut(it)) : over(bet);
    }

    private static Told rollback(int number, Bet bet, RollbackByBetId it) {
        if (!it.currency().equals(bet.terms.currency())) {
            return Told.refused("CURRENCY_MISMATCH");
        }
        return it.player().equals(bet.terms.player()) ? rollback(number, bet) : Told.refused("BET_NOT_FOUND");
    }

    private static Told rollback(int number, Bet bet) {
        return bet.status == Status.AUTHORIZED ? done(number, new Undoing(bet).undo(Status.ROLLED_BACK)) : over(bet);
    }

    private static Told voidBet(int number, Bet bet, VoidBet it) {
        Long part = it.part();
        if (part == null || (bet.status == Status.AUTHORIZED && part == bet.open())) {
            return switch (bet.status) {
                case AUTHORIZED -> done(number, new Undoing(bet).undo(Status.VOIDED));
                case SETTLED, PARTIALLY_SETTLED -> done(number, new Undoing(bet).voidPaid());
                case VOIDED, ROLLED_BACK -> over(bet);
            };
        }
        if (!bet.isOpen()) {
            return over(bet);
        }
        return done(number, part > 0 && part < bet.open() ? new Undoing(bet).half(part) : null);
    }

    private static Told correct(int number, Bet bet, Correct it) {
        if (bet.status == Status.VOIDED || bet.status == Status.ROLLED_BACK) {
            return over(bet);
        }
        if (it.payout() < 0 || it.payout() > Paying.MOST) {
            return Told.refused("AMOUNT_INVALID");
        }
        Correcting correcting = new Correcting(bet);
        List<Bet.Payment> named = correcting.named(it.corrects());
        return named.isEmpty() ? Told.refused("SETTLEMENT_NOT_FOUND") : done(number, correcting.correct(it, named));
    }

    private static Told done(int number, @Nullable String parts) {
        return parts == null ? Told.refused("AMOUNT_INVALID") : Told.done(number, parts);
    }

    private static Told over(Bet bet) {
        return Told.refused(bet.status == Status.ROLLED_BACK ? "ALREADY_ROLLED_BACK" : "BET_ALREADY_SETTLED");
    }
}
