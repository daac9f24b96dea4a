package io.carat.core.eventstore;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Shared configuration of these tests: a limit that accounts obey. */
@AggregateRoot(type = "rule")
public class Rule extends LedgerAggregate<Rule.LimitSet> {

    public record LimitSet(String ruleId, long limitMinor) implements LedgerEvent {
        @Override
        public String streamId() {
            return ruleId;
        }
    }

    public void limit(String id, long limit) {
        apply(new LimitSet(id, limit));
    }

    public long limitMinor() {
        LimitSet set = state();
        return set == null ? 0 : set.limitMinor();
    }

    @Override
    protected LimitSet evolve(@Nullable LimitSet before, LedgerEvent event) {
        return (LimitSet) event;
    }
}
