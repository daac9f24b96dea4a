package io.carat.core.model.reference;

import io.carat.core.model.reference.Rules.Rolling;
import org.jspecify.annotations.Nullable;

/** A bonus: it waits for the one before it, it runs, then it was converted or forfeited (§4). */
final class Bonus {

    enum State {
        QUEUED,
        RUNNING,
        CONVERTED,
        /** There was next to nothing left of it. */
        SPENT,
        FORFEITED
    }

    /** What was promised when it was granted; the deposit's need is the one that it replaces while it runs. */
    record Terms(
            long amount,
            long base,
            Rolling rolling,
            @Nullable Long cap,
            @Nullable Long maxStake,
            @Nullable Long expiresAt,
            @Nullable Need deposit) {}

    final Terms terms;
    State state = State.QUEUED;
    long converted;

    Bonus(Terms terms) {
        this.terms = terms;
    }

    boolean isOver() {
        return state != State.QUEUED && state != State.RUNNING;
    }

    boolean isDue(long now) {
        Long expiresAt = terms.expiresAt();
        return expiresAt != null && now >= expiresAt;
    }

    /** Counts an amount against the cap and says how much of it converts. */
    long convert(long amount) {
        Long cap = terms.cap();
        long room = cap == null ? amount : Math.min(amount, cap - converted);
        long converts = state == State.CONVERTED ? room : 0;
        converted += converts;
        return converts;
    }
}
