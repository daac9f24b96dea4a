package io.carat.core.model.reference;

import io.carat.core.model.reference.Bonus.State;
import io.carat.core.model.reference.Bonus.Terms;
import io.carat.core.model.reference.Rules.Route;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bonuses of one BONUS bucket: one runs, the others wait for their turn without money (§4). */
final class Bonuses {

    /** As many wait at most (ADR 0021). */
    private static final int MOST_WAITING = 10;

    private final House house;
    private final Wallet wallet;
    private final Bucket bucket;

    Bonuses(House house, Wallet wallet, Bucket bucket) {
        this.house = house;
        this.wallet = wallet;
        this.bucket = bucket;
    }

    /** It runs once nothing else of the request is left to happen, and those that were granted before are over. */
    Bonus grant(Terms terms) {
        Bonus bonus = new Bonus(terms);
        bucket.queue.add(bonus);
        return bonus;
    }

    /** Runs a bonus at once, before those that wait. */
    void open(Terms terms) {
        run(new Bonus(terms));
    }

    boolean isFull() {
        return bucket.bonus != null && !isDue() && bucket.queue.size() == MOST_WAITING;
    }

    private boolean isDue() {
        return bucket.bonus != null && bucket.bonus.isDue(house.now);
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

    /** Converts what is there up to the cap, or forfeits it; the deposit's need ends or comes back. */
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
    }

    private void release(Need deposit, Need need, State how) {
        Bucket normal = wallet.bucketOf(deposit).orElseThrow();
        deposit.suspendedBy = null;
        if (how == State.CONVERTED || how == State.SPENT) {
            normal.needs.remove(deposit);
        } else {
            deposit.progress = Math.addExact(deposit.progress, need.ofNormal);
            need.heir = deposit;
            wallet.completeMet(normal);
        }
        wallet.sweep(normal);
    }

    /** The next one runs where none does; one whose time is over meanwhile never does. */
    void next() {
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

    /** What a bet may be funded with: a bonus whose time is over gives nothing, and may leave a deposit free. */
    Map<String, Long> available(Route route) {
        Bucket normal = wallet.bucket(route.normal());
        boolean frees = isDue() && frees(normal);
        return Map.of(
                "BONUS",
                isDue() ? 0 : bucket.available,
                "NORMAL",
                frees ? 0 : normal.available,
                Rules.WITHDRAWABLE,
                wallet.withdrawable().available + (frees ? normal.available : 0));
    }

    /** Whether all of a deposit was wagered together with the bonus, and nothing else covers its bucket. */
    private boolean frees(Bucket normal) {
        Bonus running = Objects.requireNonNull(bucket.bonus);
        Need deposit = running.terms.deposit();
        return deposit != null
                && normal.needs.equals(List.of(deposit))
                && deposit.remaining() <= need(running).ofNormal;
    }

    /** The bonus that a bet may be funded with. */
    @Nullable
    Bonus found() {
        return isDue() ? null : bucket.bonus;
    }
}
