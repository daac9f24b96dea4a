package io.carat.core.model.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    final Player player;
    private final House house;
    final Map<String, Bucket> buckets = new TreeMap<>();
    final List<Debt> debts = new ArrayList<>();

    Wallet(House house, Player player) {
        this.house = house;
        this.player = player;
        for (Rules.Route route : house.rules.routes()) {
            buckets.put(route.normal(), new Bucket(house, true));
            buckets.put(route.bonus(), new Bucket(house, false));
        }
        buckets.put(Rules.WITHDRAWABLE, new Bucket(house, false));
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

    Bonuses bonuses(Bucket bucket) {
        return new Bonuses(house, this, bucket);
    }

    /** Where a need is open. */
    Optional<Bucket> bucketOf(Need need) {
        return buckets.values().stream()
                .filter(bucket -> bucket.needs.contains(need))
                .findFirst();
    }

    /** Ends every need of a bucket that is met; a bonus is then converted. */
    void completeMet(Bucket bucket) {
        for (Need need : List.copyOf(bucket.needs)) {
            if (need.suspendedBy == null && need.isMet()) {
                need.surplus = -need.remaining();
                end(bucket, need, Bonus.State.CONVERTED);
            }
        }
    }

    /** Ends the needs of a bucket with next to nothing in it; never one for a correction. */
    void completeLow(Bucket bucket, long threshold) {
        for (Bucket other : buckets.values()) {
            Bonus bonus = other.bonus;
            Need deposit = bonus == null ? null : bonus.terms.deposit();
            Bucket normal = deposit == null ? null : bucketOf(deposit).orElseThrow();
            if (bonus != null && normal != null && (bucket == other || bucket == normal)) {
                completeLow(bonus, other, normal, threshold);
                return;
            }
        }
        if (bucket.held == 0 && bucket.available <= threshold) {
            for (Need need : List.copyOf(bucket.needs)) {
                if (!need.isCorrection()) {
                    end(bucket, need, Bonus.State.SPENT);
                }
            }
        }
    }

    /** A deposit and its bonus are one: both are over when there is next to nothing in both buckets together. */
    private void completeLow(Bonus bonus, Bucket of, Bucket normal, long threshold) {
        boolean isHeld = of.held > 0 || normal.held > 0;
        if (!isHeld && Math.addExact(of.available, normal.available) <= threshold) {
            bonuses(of).end(bonus, Bonus.State.SPENT);
        }
    }

    private void end(Bucket bucket, Need need, Bonus.State how) {
        if (need.bonus == null) {
            bucket.needs.remove(need);
        } else {
            bonuses(bucket).end(need.bonus, how);
        }
    }

    /** Frees NORMAL money that no need covers. */
    void sweep(Bucket bucket) {
        if (bucket.normal && bucket.needs.isEmpty()) {
            withdrawable().credit(bucket.take(bucket.available));
        }
    }
}
