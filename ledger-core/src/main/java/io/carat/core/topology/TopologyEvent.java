package io.carat.core.topology;

import io.carat.core.decision.LedgerEvent;

/** What happens to topologies: definition of a version, and activation on the platform. */
public sealed interface TopologyEvent extends LedgerEvent {

    /** A new immutable version exists. */
    record TopologyDefined(String topologyId, Topology topology) implements TopologyEvent {
        @Override
        public String streamId() {
            return topologyId;
        }
    }
}
