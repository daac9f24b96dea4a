package io.carat.core.model.reference;

import org.jspecify.annotations.Nullable;

/** A bonus: it runs, then it was converted or forfeited (§4). */
final class Bonus {

    enum State {
        RUNNING,
        CONVERTED,
        FORFEITED
    }

    final @Nullable Long cap;
    final @Nullable Long maxStake;
    State state = State.RUNNING;
    long converted;

    Bonus(@Nullable Long cap, @Nullable Long maxStake) {
        this.cap = cap;
        this.maxStake = maxStake;
    }

    boolean isOver() {
        return state != State.RUNNING;
    }

    /** Counts an amount against the cap and says how much of it converts. */
    long convert(long amount) {
        long room = cap == null ? amount : Math.min(amount, cap - converted);
        long converts = state == State.CONVERTED ? room : 0;
        converted += converts;
        return converts;
    }
}
