package io.carat.core.model.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What keys were used for: the same payload is told the same again, another is a mismatch (§0). They never expire. */
final class Keys {

    /** Refusals that are decided anew on a retry. */
    private static final Set<String> DECIDED_ANEW = Set.of(
            "IDEMPOTENCY_MISMATCH",
            "BET_NOT_FOUND",
            "SETTLEMENT_NOT_FOUND",
            "WITHDRAWAL_NOT_FOUND",
            "BRAND_NOT_FOUND",
            "PROVIDER_NOT_FOUND",
            "AMOUNT_INVALID");

    private record Used(Object payload, Told told) {}

    private final Map<Object, Used> used = new HashMap<>();

    boolean isUsed(Object key) {
        return used.containsKey(key);
    }

    Told under(Object key, Object payload, Supplier<Told> decide) {
        Used before = used.get(key);
        if (before != null) {
            return before.payload.equals(payload) ? before.told.again() : Told.refused("IDEMPOTENCY_MISMATCH");
        }
        Told told = decide.get();
        if (!DECIDED_ANEW.contains(told.code())) {
            used.put(key, new Used(payload, told));
        }
        return told;
    }
}
