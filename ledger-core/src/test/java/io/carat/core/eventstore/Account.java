package io.carat.core.eventstore;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** An aggregate of these tests. */
@AggregateRoot(type = "account")
public class Account extends LedgerAggregate<Account.Balance> {

    public record Balance(long amountMinor) {}

    record Opened(String accountId) implements LedgerEvent {
        @Override
        public String streamId() {
            return accountId;
        }
    }

    public record Credited(String accountId, long amountMinor) implements LedgerEvent {
        @Override
        public String streamId() {
            return accountId;
        }
    }

    public void open(String id) {
        apply(new Opened(id));
    }

    public void credit(String id, long amountMinor) {
        if (state() == null) {
            open(id);
        }
        apply(new Credited(id, amountMinor));
    }

    public long balanceMinor() {
        Balance balance = state();
        return balance == null ? 0 : balance.amountMinor();
    }

    @Override
    protected Balance evolve(@Nullable Balance before, LedgerEvent event) {
        long already = before == null ? 0 : before.amountMinor();
        return event instanceof Credited credited
                ? new Balance(already + credited.amountMinor())
                : new Balance(already);
    }
}
