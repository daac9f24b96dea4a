package io.carat.core.model.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A player's points: lots that expire, spent earliest expiry first (§6). */
final class Lots {

    private static final class Lot {
        final @Nullable Long expiresAt;
        long left;
        long expired;
        long restored;

        Lot(long points, @Nullable Long expiresAt) {
            this.left = points;
            this.expiresAt = expiresAt;
        }

        boolean isOver(long now) {
            return expiresAt != null && now >= expiresAt;
        }

        long until() {
            return expiresAt == null ? Long.MAX_VALUE : expiresAt;
        }
    }

    private final List<Lot> lots = new ArrayList<>();
    private final Map<String, Lot> byKey = new HashMap<>();

    /** Whatever moves points takes those first whose time is over. */
    void add(String key, long points, @Nullable Long expiresAt, long now) {
        expire(now);
        Lot lot = new Lot(points, expiresAt);
        lots.add(lot);
        byKey.put(key, lot);
    }

    /** All that was not yet taken, also of lots whose time is over. */
    long balance() {
        return lots.stream().mapToLong(lot -> lot.left).sum();
    }

    /** What can be spent. */
    long spendable(long now) {
        return lots.stream()
                .filter(lot -> !lot.isOver(now))
                .mapToLong(lot -> lot.left)
                .sum();
    }

    void spend(long points, long now) {
        expire(now);
        long need = points;
        for (Lot lot :
                lots.stream().sorted(Comparator.comparingLong(Lot::until)).toList()) {
            long part = Math.min(need, lot.left);
            lot.left -= part;
            need -= part;
        }
    }

    /** What is left of lots whose time is over goes; says how much. */
    long expire(long now) {
        long gone = 0;
        for (Lot lot : lots) {
            if (lot.isOver(now)) {
                gone += lot.left;
                lot.expired += lot.left;
                lot.left = 0;
            }
        }
        return gone;
    }

    /** What expired of a lot, or will first of all, and was not given back; null where there is no such lot. */
    @Nullable
    Long lost(String key, long now) {
        Lot lot = byKey.get(key);
        long lost = lot == null ? 0 : lot.expired + (lot.isOver(now) ? lot.left : 0);
        return lot == null || lost == 0 ? null : (Long) (lost - lot.restored);
    }

    void restore(String key, long points, String newKey, long expiresAt, long now) {
        expire(now);
        Objects.requireNonNull(byKey.get(key)).restored += points;
        add(newKey, points, expiresAt, now);
    }
}
