package io.carat.core.model.reference;

import io.carat.core.model.reference.Bet.Count;
import io.carat.core.model.reference.Bet.Payment;
import io.carat.core.model.reference.Bet.Status;

/** Rollback, void and half void (§3): the stored legs get back what is left of them. */
final class Undoing {

    private final Bet bet;
    private final Wallet wallet;
    private final Paying paying;

    Undoing(Bet bet) {
        this.bet = bet;
        this.wallet = bet.wallet;
        this.paying = new Paying(bet);
    }

    /** Gives all that is open back. */
    String undo(Status end) {
        long[] refunds = bet.remaining.clone();
        give(refunds);
        bet.status = end;
        return Paying.told(refunds);
    }

    /** Gives a part of what is open back. */
    String half(long part) {
        long[] refunds = Shares.split(part, bet.remaining);
        give(refunds);
        return Paying.told(refunds);
    }

    private void give(long[] refunds) {
        paying.refund(refunds);
        bet.remaining = Shares.minus(bet.remaining, refunds);
        for (int leg = 0; leg < refunds.length; leg++) {
            wallet.sweep(bet.source(leg));
        }
    }

    /** A correction to void: payouts reversed, what is left of the stake refunded, attributions reversed. */
    String voidPaid() {
        long[] refunds = bet.remaining.clone();
        if (bet.isOpen()) {
            voidOpen(refunds);
        } else {
            Net net = new Net(bet, false);
            for (int leg = 0; leg < refunds.length; leg++) {
                net.add(leg, bet.source(leg), refunds[leg]);
            }
            reversePayouts(net);
        }
        new ToNormal(bet).owesNothing();
        reverseCounts();
        bet.payments.forEach(payment -> payment.paid = bet.none());
        bet.remaining = bet.none();
        bet.status = Status.VOIDED;
        Correcting.settleDown(bet);
        return Paying.told(refunds);
    }

    /** The hold returns first and pays for the reversal; that of a bonus that is over waits for room under its cap. */
    private void voidOpen(long[] refunds) {
        for (int leg = 0; leg < refunds.length; leg++) {
            if (!bet.legs.get(leg).isLate()) {
                bet.source(leg).release(refunds[leg]);
            }
        }
        reversePayouts(new Net(bet, false));
        for (int leg = 0; leg < refunds.length; leg++) {
            if (bet.legs.get(leg).isLate()) {
                bet.source(leg).release(refunds[leg]);
                paying.passOn(leg, refunds[leg]);
            }
        }
    }

    private void reversePayouts(Net net) {
        for (int leg = 0; leg < bet.legs.size(); leg++) {
            for (Payment payment : bet.payments) {
                net.add(leg, bet.target(leg), -payment.paid[leg]);
            }
        }
        net.post();
    }

    /** What was counted is taken back; of what was released by it, as much has to be wagered again, before all else. */
    private void reverseCounts() {
        long released = 0;
        for (Count count : bet.counts) {
            Bonus bonus = count.need().bonus;
            if (count.bucket().needs.contains(count.need())) {
                count.need().progress -= count.progress();
            } else if (bonus == null || bonus.state != Bonus.State.FORFEITED) {
                released += count.progress();
            }
        }
        if (released > 0) {
            Rules.Rolling rolling =
                    new Rules.Rolling(10_000, bet.policy.deposit().rates());
            wallet.bucket(bet.route.normal()).needs.add(new Need(true, bet.player.next(), released, rolling, null));
        }
    }
}
