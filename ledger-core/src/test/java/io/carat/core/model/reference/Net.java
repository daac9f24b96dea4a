package io.carat.core.model.reference;

import io.carat.core.model.reference.Bet.Leg;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a correction moves, net per bucket: debits first, then credits, in the order of the legs (§3). */
final class Net {

    private record Pot(Bucket bucket, @Nullable Bonus bonus) {}

    private final Bet bet;
    private final Wallet wallet;
    private final boolean recovers;
    private final Map<Pot, Long> net = new LinkedHashMap<>();
    private final Map<Bucket, Long> recovered = new LinkedHashMap<>();
    private final Map<Bucket, Long> forgiven = new LinkedHashMap<>();

    Net(Bet bet, boolean recovers) {
        this.bet = bet;
        this.wallet = bet.wallet;
        this.recovers = recovers;
    }

    void add(int leg, Bucket bucket, long amount) {
        Leg of = bet.legs.get(leg);
        net.merge(new Pot(bucket, of.bonus()), amount, Math::addExact);
    }

    void post() {
        net.forEach((pot, amount) -> {
            if (amount < 0) {
                debit(pot, -amount);
            }
        });
        net.forEach((pot, amount) -> {
            if (amount > 0) {
                credit(pot, amount);
            }
        });
    }

    /** What debts took of a bucket's credit. */
    long recovered(Bucket bucket) {
        return recovered.getOrDefault(bucket, 0L);
    }

    /** What of a bucket's credit cancelled the bet's own debt. */
    long forgiven(Bucket bucket) {
        return forgiven.getOrDefault(bucket, 0L);
    }

    private void debit(Pot pot, long amount) {
        Bonus bonus = pot.bonus;
        if (bonus == null) {
            long left = amount - pot.bucket.take(amount);
            wallet.owe(bet, left - wallet.withdrawable().take(left));
        } else if (bonus.isOver()) {
            bonus.converted -= wallet.withdrawable().take(Math.min(amount, bonus.converted));
        } else {
            pot.bucket.take(amount);
        }
    }

    private void credit(Pot pot, long amount) {
        Bonus bonus = pot.bonus;
        if (bonus == null) {
            long cancels = wallet.forgive(bet, amount);
            long credit = amount - cancels;
            pot.bucket.credit(credit);
            forgiven.put(pot.bucket, cancels);
            long paysDebts = recovers ? Math.min(credit, wallet.owed()) : 0;
            wallet.recover(pot.bucket, paysDebts);
            recovered.put(pot.bucket, paysDebts);
        } else if (bonus.isOver()) {
            wallet.withdrawable().credit(bonus.convert(amount));
        } else {
            pot.bucket.credit(amount);
        }
    }
}
