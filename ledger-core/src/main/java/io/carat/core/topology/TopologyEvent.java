package io.carat.core.topology;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.LedgerEvent;

/** What happens to topologies: versions come to be. */
public sealed interface TopologyEvent extends LedgerEvent {

    /** The topology's stream. */
    String topologyId();

    @Override
    default String streamId() {
        return topologyId();
    }

    /** A new immutable version exists: how a platform is set up on its first start. */
    record TopologyDefined(String topologyId, Topology topology) implements TopologyEvent {}

    /** Staff have made a new immutable version; the one that is active stays. */
    record TopologyCreated(String topologyId, Topology topology, AuditNote audit)
            implements TopologyEvent, AuditedEvent {}
}
