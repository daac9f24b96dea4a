package io.carat.core.model.reference;

import io.carat.core.model.reference.Bet.Payment;
import io.carat.core.model.reference.Step.Correct;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A settlement replaced by another (§3): its split reversed, the new one applied, the net posted per bucket. */
final class Correcting {

    private final Bet bet;

    Correcting(Bet bet) {
        this.bet = bet;
    }

    /** The settlement of that transaction, or the one that a correction of that transaction changed; all for none. */
    List<Payment> named(@Nullable String txn) {
        if (txn == null) {
            return List.copyOf(bet.payments);
        }
        return bet.payments.stream()
                .filter(payment -> payment.txn.equals(txn))
                .findFirst()
                .or(() -> bet.payments.stream()
                        .filter(payment -> payment.correctedBy.contains(txn))
                        .findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    String correct(Correct step, List<Payment> named) {
        long[] instead = step.payout() == 0 ? bet.none() : Shares.split(step.payout(), named.getLast().weights);
        Net net = new Net(bet, true);
        for (int leg = 0; leg < instead.length; leg++) {
            long paid = 0;
            for (Payment payment : named) {
                net.add(leg, bet.source(leg), -payment.refunded[leg]);
                paid += payment.paid[leg];
            }
            net.add(leg, bet.target(leg), instead[leg] - paid);
        }
        net.post();
        new ToNormal(bet).owes(named, instead, net);
        replace(step.txn(), named, instead);
        settleDown(bet);
        return Paying.told(instead);
    }

    private void replace(String txn, List<Payment> named, long[] instead) {
        for (Payment payment : named) {
            bet.remaining = Shares.plus(bet.remaining, payment.refunded);
            payment.refunded = bet.none();
            payment.paid = payment == named.getFirst() ? instead : bet.none();
            payment.correctedBy.add(txn);
        }
    }

    /** Completes and sweeps where a bet's legs came from and are paid to. */
    static void settleDown(Bet bet) {
        Set<Bucket> paid = new LinkedHashSet<>();
        for (int leg = 0; leg < bet.legs.size(); leg++) {
            paid.add(bet.source(leg));
            paid.add(bet.target(leg));
        }
        paid.forEach(bet.wallet::completeMet);
        paid.forEach(bet.wallet::sweep);
    }
}
