package io.carat.core.eventstore;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** An aggregate of these tests. */
@AggregateRoot(type = "account")
class Account {

    record Opened(String accountId) {}

    record Credited(String accountId, long amountMinor) {}

    @AggregateIdentifier
    private @Nullable String accountId;

    private long balanceMinor;

    void open(String id) {
        apply(new Opened(id));
    }

    void credit(String id, long amountMinor) {
        if (accountId == null) {
            open(id);
        }
        apply(new Credited(id, amountMinor));
    }

    long balanceMinor() {
        return balanceMinor;
    }

    @EventSourcingHandler
    void on(Opened opened) {
        accountId = opened.accountId();
    }

    @EventSourcingHandler
    void on(Credited credited) {
        balanceMinor += credited.amountMinor();
    }
}
