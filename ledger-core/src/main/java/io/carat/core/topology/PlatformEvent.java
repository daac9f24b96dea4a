package io.carat.core.topology;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.LedgerEvent;

/** What happens to the platform as a whole. */
public sealed interface PlatformEvent extends LedgerEvent {

    /** The platform's stream. */
    String platformId();

    @Override
    default String streamId() {
        return platformId();
    }

    /** The topology that new business is decided under from now on: how a platform is set up on its first start. */
    record TopologyActivated(String platformId, TopologyRef topology) implements PlatformEvent {}

    /**
     * Staff have put another topology in force; new business is decided under it from now on.
     *
     * @param outgoing the one that was in force before
     * @param countedAt the position at which nothing was found that the outgoing one would keep; 0 where it loses nothing
     */
    record TopologySwitched(
            String platformId, TopologyRef topology, TopologyRef outgoing, long countedAt, AuditNote audit)
            implements PlatformEvent, AuditedEvent {}
}
