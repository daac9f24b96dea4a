package io.carat.core.aggregate;

import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One command's view of the ledger: what it loads, in {@link LoadOrder}, and what it finally applies. Nothing is applied
 * before the whole decision is made (ADR 0001).
 */
public final class LedgerUnit {

    private final AggregateAccess access;
    private final Map<String, Aggregate<? extends LedgerAggregate<?>>> loaded = new HashMap<>();
    private LoadOrder lastOrder = LoadOrder.REQUEST_CLAIM;
    private String lastId = "";
    private @Nullable Instant now;

    /** A view for the running unit of work. */
    public LedgerUnit(AggregateAccess access) {
        this.access = access;
    }

    /**
     * The state of an aggregate, null when it has no events; locked from now on.
     *
     * @throws IllegalStateException when it is loaded out of order
     */
    public <S, A extends LedgerAggregate<S>> @Nullable S load(LoadOrder order, Class<A> type, String id) {
        requireOrder(order, id);
        return state(id, access.loadOrCreate(type, id));
    }

    /** As {@link #load}, for what this command most likely creates. */
    public <S, A extends LedgerAggregate<S>> @Nullable S loadNew(LoadOrder order, Class<A> type, String id) {
        requireOrder(order, id);
        return state(id, access.createOrLoad(type, id));
    }

    private <S, A extends LedgerAggregate<S>> @Nullable S state(String id, Aggregate<A> aggregate) {
        loaded.put(id, aggregate);
        return aggregate.invoke(LedgerAggregate::state);
    }

    /** The state of shared configuration; empty when it does not exist. Never locked, checked at the append. */
    public <S, A extends LedgerAggregate<S>> Optional<S> reference(Class<A> type, String id) {
        return access.reference(type, id).flatMap(root -> Optional.ofNullable(root.state()));
    }

    /** The time this command is decided at: one reading of the server's clock, the same however often it is asked for. */
    public Instant now() {
        if (now == null) {
            now = access.now();
        }
        return now;
    }

    /** What is applied holds only if nothing was appended after this position; otherwise the append conflicts. */
    public void appendOnlyAfter(long position) {
        access.appendOnlyAfter(position);
    }

    /** Applies a decision's events to the aggregates loaded, and hands its outcome on. */
    public Outcome conclude(Decision decision) {
        decision.events().forEach(this::apply);
        return decision.outcome();
    }

    private void apply(LedgerEvent event) {
        Aggregate<? extends LedgerAggregate<?>> aggregate = loaded.get(event.streamId());
        if (aggregate == null) {
            throw new IllegalStateException(event + " belongs to an aggregate that was not loaded");
        }
        aggregate.execute(root -> root.apply(event));
    }

    private void requireOrder(LoadOrder order, String id) {
        int step = order.compareTo(lastOrder);
        if (step < 0 || (step == 0 && id.compareTo(lastId) <= 0)) {
            throw new IllegalStateException(order + " " + id + " loaded after " + lastOrder + " " + lastId);
        }
        lastOrder = order;
        lastId = id;
    }
}
