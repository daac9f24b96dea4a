package io.carat.core.model.reference;

import io.carat.core.model.reference.Bet.Count;
import io.carat.core.model.reference.Bet.Payment;
import io.carat.core.model.reference.Bet.Status;
import io.carat.core.model.reference.Need.Kind;

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
        bet.touch();
        paying.refund(refunds);
        bet.remaining = Shares.minus(bet.remaining, refunds);
        for (int leg = 0; leg < refunds.length; leg++) {
            if (bet.legs.get(leg).coupon() == null) {
                wallet.sweep(bet.source(leg));
            }
        }
    }

    /** A correction to void: payouts reversed, what is left of the stake refunded, attributions reversed. */
    String voidPaid() {
        bet.touch();
        long[] refunds = bet.remaining.clone();
        if (bet.isOpen()) {
            voidOpen(refunds);
        } else {
            Net net = new Net(bet, false);
            for (int leg = 0; leg < refunds.length; leg++) {
                Coupon coupon = bet.legs.get(leg).coupon();
                if (coupon == null) {
                    net.add(leg, bet.source(leg), refunds[leg]);
                } else if (refunds[leg] > 0) {
                    coupon.unconsume(refunds[leg]);
                }
            }
            reversePayouts(net);
        }
        new ToNormal(bet).owesNothing();
        bet.payments.forEach(payment -> {
            if (payment.couponNeed != null) {
                payment.couponNeed.base = 0;
            }
        });
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
            Coupon coupon = bet.legs.get(leg).coupon();
            if (coupon != null) {
                coupon.giveBack(refunds[leg]);
            } else if (!bet.legs.get(leg).isLate()) {
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
                net.add(leg, bet.target(leg), -payment.paid[leg], payment.took);
            }
        }
        net.post();
    }

    /** What was counted is taken back; of what was released by it, as much has to be wagered again, before all else. */
    private void reverseCounts() {
        long released = 0;
        for (Count count : bet.counts) {
            Need need = count.need();
            Bonus bonus = need.bonus;
            if (count.bucket().needs.contains(need)) {
                need.progress -= count.progress();
                need.ofNormal -= count.ofNormal();
            } else if (need.heir != null) {
                released += uncount(need.heir, count.ofNormal());
            } else if (need.isMovedAway) {
                need.progress -= count.progress();
                need.isMovedAway = false;
                count.bucket().needs.add(need);
            } else if (bonus == null || bonus.state == Bonus.State.CONVERTED) {
                long surplus = Math.min(count.progress(), need.surplus);
                need.surplus -= surplus;
                released += count.progress() - surplus;
            } else if (bonus.state == Bonus.State.SPENT) {
                released += count.ofNormal();
            }
        }
        if (released > 0) {
            Rules.Rolling rolling =
                    new Rules.Rolling(10_000, bet.policy.deposit().rates());
            wallet.bucket(bet.route.normal())
                    .add(new Need(Kind.CORRECTION, bet.player.next(), released, rolling, null));
        }
    }

    /** What a deposit's need took over from the bonus that was forfeited; says how much of it had released money. */
    private long uncount(Need deposit, long amount) {
        boolean isOpen = wallet.bucketOf(deposit).isPresent();
        if (isOpen || deposit.isMovedAway) {
            deposit.progress -= amount;
            if (deposit.isMovedAway && amount > 0) {
                deposit.isMovedAway = false;
                wallet.bucket(bet.route.normal()).needs.add(deposit);
            }
            return 0;
        }
        long surplus = Math.min(amount, deposit.surplus);
        deposit.surplus -= surplus;
        return amount - surplus;
    }
}
