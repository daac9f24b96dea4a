package io.carat.core.model.reference;

import io.carat.core.model.reference.Bonus.State;
import io.carat.core.model.reference.Bonus.Terms;
import org.jspecify.annotations.Nullable;

/** The bonuses of one BONUS bucket: one runs, the others wait for their turn without money (§4). */
final class Bonuses {

    private final House house;
    private final Wallet wallet;
    private final Bucket bucket;

    Bonuses(House house, Wallet wallet, Bucket bucket) {
        this.house = house;
        this.wallet = wallet;
        this.bucket = bucket;
    }

    /** Runs it at once, or after those that were granted before. */
    Bonus grant(Terms terms) {
        Bonus bonus = new Bonus(terms);
        bucket.queue.add(bonus);
        next();
        return bonus;
    }

    /** Forfeits the one that runs if its time is over. */
    void touch() {
        Bonus running = bucket.bonus;
        if (running != null && running.isDue(house.now)) {
            end(running, State.FORFEITED);
        }
    }

    /** Takes one back that is not over. */
    void cancel(Bonus bonus) {
        if (bonus.state == State.QUEUED) {
            bonus.state = State.FORFEITED;
            bucket.queue.remove(bonus);
        } else {
            end(bonus, State.FORFEITED);
        }
    }

    /** Converts what is there up to the cap, or forfeits it; the deposit's need ends or comes back. The next one runs. */
    void end(Bonus bonus, State how) {
        Need need = need(bonus);
        bucket.needs.remove(need);
        bonus.state = how;
        bucket.bonus = null;
        long left = bucket.take(bucket.available);
        wallet.withdrawable().credit(bonus.convert(left));
        Need deposit = bonus.terms.deposit();
        if (deposit != null) {
            release(deposit, need, how);
        }
        next();
    }

    private void release(Need deposit, Need need, State how) {
        Bucket normal = wallet.bucketOf(deposit).orElseThrow();
        deposit.suspendedBy = null;
        if (how == State.CONVERTED) {
            normal.needs.remove(deposit);
        } else {
            deposit.progress = Math.addExact(deposit.progress, need.ofNormal);
            need.heir = deposit;
            wallet.completeMet(normal);
        }
        wallet.sweep(normal);
    }

    private void next() {
        while (bucket.bonus == null && !bucket.queue.isEmpty()) {
            Bonus bonus = bucket.queue.removeFirst();
            if (bonus.isDue(house.now)) {
                bonus.state = State.FORFEITED;
            } else {
                run(bonus);
            }
        }
    }

    private void run(Bonus bonus) {
        bonus.state = State.RUNNING;
        bucket.bonus = bonus;
        bucket.credit(bonus.terms.amount());
        Need deposit = bonus.terms.deposit();
        if (deposit != null) {
            deposit.suspendedBy = bonus;
        }
        Need need = house.bonusNeed(wallet.player, bonus.terms.base(), bonus.terms.rolling(), bonus);
        bucket.add(need);
        if (need.isMet()) {
            end(bonus, State.CONVERTED);
        }
    }

    Need need(Bonus bonus) {
        return bucket.needs.stream()
                .filter(need -> need.bonus == bonus)
                .findFirst()
                .orElseThrow();
    }

    /** What a bet finds: of a bonus whose time is over nothing, but the next one. */
    @Nullable
    Bonus found() {
        Bonus running = bucket.bonus;
        if (running == null || !running.isDue(house.now)) {
            return running;
        }
        return bucket.queue.stream()
                .filter(bonus -> !bonus.isDue(house.now))
                .filter(bonus ->
                        Shares.ceil(bonus.terms.base(), bonus.terms.rolling().multiplier()) > 0)
                .findFirst()
                .orElse(null);
    }

    /** What a bet finds available. */
    long available() {
        Bonus found = found();
        return found == bucket.bonus ? bucket.available : found == null ? 0 : found.terms.amount();
    }
}
