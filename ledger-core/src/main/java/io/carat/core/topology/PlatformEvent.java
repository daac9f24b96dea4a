package io.carat.core.topology;

import io.carat.core.decision.LedgerEvent;

/** What happens to the platform as a whole. */
public sealed interface PlatformEvent extends LedgerEvent {

    /** The topology that new business is decided under from now on. */
    record TopologyActivated(String platformId, TopologyRef topology) implements PlatformEvent {
        @Override
        public String streamId() {
            return platformId;
        }
    }
}
