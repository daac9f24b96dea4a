package io.carat.core.model.reference;

import io.carat.core.model.reference.Bet.Payment;
import java.util.List;
import java.util.Optional;

/** What a correction changes of the rolling of payouts to NORMAL (§3: "TO_NORMAL requirements are recalculated"). */
final class ToNormal {

    private final Bet bet;

    ToNormal(Bet bet) {
        this.bet = bet;
    }

    /** A void bet's payouts owe nothing. */
    void owesNothing() {
        for (int leg = 0; leg < bet.legs.size(); leg++) {
            if (bet.isToNormal(leg)) {
                for (Payment payment : bet.payments) {
                    change(payment, List.of(payment), -payment.paid[leg]);
                }
            }
        }
    }

    /**
     * The first of the settlements pays what is paid instead, the others nothing; in all, what has to be wagered goes up only
     * as far as more is paid. What debts took of the increase does not count: in leg order, an increase first cancels the
     * bet's own debt, then pays others.
     */
    void owes(List<Payment> named, long[] instead, Net net) {
        Bucket normal = bet.wallet.bucket(bet.route.normal());
        long forgiven = net.forgiven(normal);
        long recovered = net.recovered(normal);
        for (int leg = 0; leg < bet.legs.size(); leg++) {
            if (bet.target(leg) == normal) {
                long grows = grows(leg, named, instead[leg]);
                long cancels = Math.min(grows, forgiven);
                long pays = Math.min(grows - cancels, recovered);
                forgiven -= cancels;
                recovered -= pays;
                if (bet.isToNormal(leg)) {
                    change(named.getFirst(), named, instead[leg] - pays - unpaid(leg, named));
                }
            }
        }
    }

    /** What the settlements had paid, less what the open needs of all but the first take of that upon them. */
    private long unpaid(int leg, List<Payment> named) {
        long left = 0;
        for (Payment payment : named) {
            left += payment.paid[leg];
            Optional<Need> open = payment == named.getFirst() ? Optional.empty() : open(payment);
            if (open.isPresent()) {
                long takes = Math.min(open.get().base, payment.paid[leg]);
                open.get().base -= takes;
                left -= takes;
            }
        }
        return left;
    }

    private Optional<Need> open(Payment payment) {
        Bucket normal = bet.wallet.bucket(bet.route.normal());
        return payment.needs.stream().filter(normal.needs::contains).findFirst();
    }

    private long grows(int leg, List<Payment> named, long instead) {
        long grows = instead;
        for (Payment payment : named) {
            grows -= payment.paid[leg] + (bet.isToNormal(leg) ? 0 : payment.refunded[leg]);
        }
        return Math.max(0, grows);
    }

    /** What a correction of several settlements opens is known to each of them. */
    private void change(Payment payment, List<Payment> named, long by) {
        if (by == 0 || bet.policy.toNormal().multiplier() == 0) {
            return;
        }
        Optional<Need> open = open(payment);
        if (open.isPresent()) {
            open.get().base = Math.max(0, open.get().base + by);
        } else {
            List<Need> opened = Paying.toNormal(bet, by);
            named.forEach(one -> one.needs.addAll(opened));
        }
    }
}
