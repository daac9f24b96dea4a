package io.carat.core.model.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One balance of one player. */
final class Bucket {

    final boolean normal;
    /** Bonuses that wait, in the order they were granted. */
    final List<Bonus> queue = new ArrayList<>();
    /** What was added by the last request that added any, in order. */
    final List<Need> fresh = new ArrayList<>();

    private final House house;
    final List<Need> needs = new ArrayList<>();
    long available;
    long held;

    @Nullable
    Bonus bonus;

    Bucket(House house, boolean normal) {
        this.house = house;
        this.normal = normal;
    }

    void add(Need need) {
        need.born = house.step;
        fresh.removeIf(old -> old.born < house.step);
        fresh.add(need);
        needs.add(need);
    }

    void name(@Nullable String parent, String id) {
        fresh.stream()
                .filter(need -> need.id.isEmpty())
                .filter(need -> Objects.equals(need.parent == null ? null : need.parent.id, parent))
                .findFirst()
                .ifPresent(need -> need.id = id);
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
