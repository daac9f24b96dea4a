package io.carat.core.model.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A player's buckets and debts in one currency, and what happens to money that nothing covers (§4). */
final class Wallet {

    /** What a correction of a bet left to be paid. */
    static final class Debt {
        final Bet bet;
        long open;

        Debt(Bet bet, long open) {
            this.bet = bet;
            this.open = open;
        }
    }

    final Map<String, Bucket> buckets = new TreeMap<>();
    final List<Debt> debts = new ArrayList<>();

    Wallet(Rules rules) {
        for (Rules.Route route : rules.routes()) {
            buckets.put(route.normal(), new Bucket(true));
            buckets.put(route.bonus(), new Bucket(false));
        }
        buckets.put(Rules.WITHDRAWABLE, new Bucket(false));
    }

    Bucket bucket(String type) {
        return Objects.requireNonNull(buckets.get(type), type);
    }

    Bucket withdrawable() {
        return bucket(Rules.WITHDRAWABLE);
    }

    long owed() {
        return debts.stream().mapToLong(debt -> debt.open).sum();
    }

    /** Pays debts, the oldest first, out of a bucket. */
    void recover(Bucket from, long amount) {
        from.debit(amount);
        long left = amount;
        for (Debt debt : debts) {
            long part = Math.min(left, debt.open);
            debt.open -= part;
            left -= part;
        }
        debts.removeIf(debt -> debt.open == 0);
    }

    /** Forgets what a bet left to be paid, at most the amount; says how much. */
    long forgive(Bet bet, long amount) {
        long left = amount;
        for (Debt debt : debts) {
            long part = debt.bet == bet ? Math.min(left, debt.open) : 0;
            debt.open -= part;
            left -= part;
        }
        debts.removeIf(debt -> debt.open == 0);
        return amount - left;
    }

    void owe(Bet bet, long amount) {
        if (amount > 0) {
            debts.add(new Debt(bet, amount));
        }
    }

    /** Ends every need of a bucket that is met; a bonus is then converted. */
    void completeMet(Bucket bucket) {
        List.copyOf(bucket.needs).stream().filter(Need::isMet).forEach(need -> {
            bucket.needs.remove(need);
            end(bucket, need, Bonus.State.CONVERTED);
        });
    }

    /** Ends the needs of a bucket with next to nothing in it; never one for a correction. */
    void completeLow(Bucket bucket, long threshold) {
        if (bucket.held == 0 && bucket.available <= threshold) {
            List.copyOf(bucket.needs).stream().filter(need -> !need.correction).forEach(need -> {
                bucket.needs.remove(need);
                end(bucket, need, Bonus.State.FORFEITED);
            });
        }
    }

    private void end(Bucket bucket, Need need, Bonus.State how) {
        Bonus bonus = need.bonus;
        if (bonus != null) {
            bonus.state = how;
            bucket.bonus = null;
            withdrawable().credit(bonus.convert(bucket.available));
            bucket.available = 0;
        }
    }

    /** Frees NORMAL money that no need covers. */
    void sweep(Bucket bucket) {
        if (bucket.normal && bucket.needs.isEmpty()) {
            withdrawable().credit(bucket.take(bucket.available));
        }
    }
}
