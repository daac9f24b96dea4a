package io.carat.core.topology;

import io.carat.core.topology.PlatformEvent.TopologyActivated;
import io.carat.core.topology.PlatformEvent.TopologySwitched;
import org.jspecify.annotations.Nullable;

/** What holds for the whole platform. */
public record PlatformState(TopologyRef activeTopology) {

    /** The platform's only stream. */
    public static final String STREAM_ID = "platform";

    /** The state after an event. */
    public static PlatformState evolve(@Nullable PlatformState state, PlatformEvent event) {
        return switch (event) {
            case TopologyActivated activated -> new PlatformState(activated.topology());
            case TopologySwitched switched -> new PlatformState(switched.topology());
        };
    }
}
