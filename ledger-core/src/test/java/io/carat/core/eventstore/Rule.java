package io.carat.core.eventstore;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Shared configuration of these tests: a limit that accounts obey. */
@AggregateRoot(type = "rule")
class Rule {

    record LimitSet(String ruleId, long limitMinor) {}

    @AggregateIdentifier
    private @Nullable String ruleId;

    private long limitMinor;

    void limit(String id, long limit) {
        apply(new LimitSet(ruleId == null ? id : ruleId, limit));
    }

    long limitMinor() {
        return limitMinor;
    }

    @EventSourcingHandler
    void on(LimitSet set) {
        ruleId = set.ruleId();
        limitMinor = set.limitMinor();
    }
}
