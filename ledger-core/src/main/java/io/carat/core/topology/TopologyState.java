package io.carat.core.topology;

import io.carat.core.decision.AuditNote;
import io.carat.core.topology.TopologyEvent.TopologyCreated;
import io.carat.core.topology.TopologyEvent.TopologyDefined;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All versions of one topology.
 *
 * @param versions by number
 * @param authors who made a version, and why; none for those of the first start
 */
public record TopologyState(Map<Integer, Topology> versions, Map<Integer, AuditNote> authors) {

    /** A topology without versions. */
    public static final TopologyState NONE = new TopologyState(Map.of(), Map.of());

    public TopologyState {
        versions = Map.copyOf(versions);
        authors = Map.copyOf(authors);
    }

    /** The stream of a topology. */
    public static String streamId(String code) {
        return "topology:" + code;
    }

    /** A version; empty when there is none of this number. */
    public Optional<Topology> version(int version) {
        return Optional.ofNullable(versions.get(version));
    }

    /** The number of the version that is made next. */
    public int nextVersion() {
        return versions.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when a version is defined twice: the history is broken
     */
    public static TopologyState evolve(@Nullable TopologyState state, TopologyEvent event) {
        TopologyState before = state == null ? NONE : state;
        return switch (event) {
            case TopologyDefined defined -> before.with(defined.topology(), null);
            case TopologyCreated created -> before.with(created.topology(), created.audit());
        };
    }

    private TopologyState with(Topology topology, @Nullable AuditNote author) {
        Map<Integer, Topology> more = new HashMap<>(versions);
        if (more.put(topology.version(), topology) != null) {
            throw new IllegalStateException("Defined twice: " + topology.ref());
        }
        Map<Integer, AuditNote> all = new HashMap<>(authors);
        if (author != null) {
            all.put(topology.version(), author);
        }
        return new TopologyState(more, all);
    }
}
