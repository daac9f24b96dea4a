package io.carat.core.topology;

import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.decision.LedgerEvent;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The stream of a topology: all its versions. */
@Revision("2")
@AggregateRoot(type = "topology")
public final class TopologyVersions extends LedgerAggregate<TopologyState> {

    @Override
    protected TopologyState evolve(@Nullable TopologyState before, LedgerEvent event) {
        return TopologyState.evolve(before, (TopologyEvent) event);
    }
}
