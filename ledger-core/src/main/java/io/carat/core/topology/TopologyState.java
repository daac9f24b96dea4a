package io.carat.core.topology;

import io.carat.core.topology.TopologyEvent.TopologyDefined;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All versions of one topology, by version number. */
public record TopologyState(Map<Integer, Topology> versions) {

    public TopologyState {
        versions = Map.copyOf(versions);
    }

    /** The stream of a topology. */
    public static String streamId(String code) {
        return "topology:" + code;
    }

    /** A version; empty when there is none of this number. */
    public Optional<Topology> version(int version) {
        return Optional.ofNullable(versions.get(version));
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when a version is defined twice: the history is broken
     */
    public static TopologyState evolve(@Nullable TopologyState state, TopologyEvent event) {
        Map<Integer, Topology> more = state == null ? new HashMap<>() : new HashMap<>(state.versions);
        return switch (event) {
            case TopologyDefined defined -> {
                if (more.put(defined.topology().version(), defined.topology()) != null) {
                    throw new IllegalStateException(
                            "Defined twice: " + defined.topology().ref());
                }
                yield new TopologyState(more);
            }
        };
    }
}
