package io.carat.core.policy;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The stream of a policy: all its versions. */
@Revision("4")
@AggregateRoot(type = "policy")
public final class PolicyVersions extends LedgerAggregate<PolicyState> {

    @Override
    protected PolicyState evolve(@Nullable PolicyState before, LedgerEvent event) {
        return PolicyState.evolve(before, (PolicyEvent) event);
    }
}
