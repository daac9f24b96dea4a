package io.carat.core.aggregate;

import io.carat.core.decision.LedgerEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * The shell that Axon sees of every aggregate: an id, an immutable state, and events applied to it. All rules are in pure
 * functions over the state.
 *
 * @param <S> the state, null before the first event
 */
public abstract class LedgerAggregate<S> {

    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable S state;

    /** The state after an event. */
    protected abstract S evolve(@Nullable S before, LedgerEvent event);

    /** The state as it is now, null before the first event. */
    public @Nullable S state() {
        return state;
    }

    /** Applies a fact that was decided. */
    public void apply(LedgerEvent event) {
        AggregateLifecycle.apply(event);
    }

    /** Makes this a copy of an aggregate as it was. For repositories. */
    public void restore(String knownId, S knownState) {
        id = knownId;
        state = knownState;
    }

    /** Takes in a fact that happened before. For repositories. */
    public void replay(LedgerEvent event) {
        on(event);
    }

    @EventSourcingHandler
    void on(LedgerEvent event) {
        if (id != null && !id.equals(event.streamId())) {
            throw new IllegalStateException(event + " does not belong to " + id);
        }
        id = event.streamId();
        state = evolve(state, event);
    }
}
