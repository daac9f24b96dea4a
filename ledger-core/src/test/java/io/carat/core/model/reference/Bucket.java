package io.carat.core.model.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One balance of one player. */
final class Bucket {

    final boolean normal;
    final List<Need> needs = new ArrayList<>();
    /** What funds the bonuses that wait for the end of the one that runs, the next one first. */
    final Deque<Runnable> waiting = new ArrayDeque<>();

    long available;
    long held;

    @Nullable
    Bonus bonus;

    Bucket(boolean normal) {
        this.normal = normal;
    }

    void credit(long amount) {
        available = Math.addExact(available, amount);
    }

    void debit(long amount) {
        available = notNegative(available - amount);
    }

    void hold(long amount) {
        debit(amount);
        held = Math.addExact(held, amount);
    }

    void release(long amount) {
        taken(amount);
        credit(amount);
    }

    void taken(long amount) {
        held = notNegative(held - amount);
    }

    /** At most the amount; says how much. */
    long take(long amount) {
        long taken = Math.min(amount, available);
        debit(taken);
        return taken;
    }

    private static long notNegative(long amount) {
        if (amount < 0) {
            throw new IllegalStateException("The model itself went below 0");
        }
        return amount;
    }
}
