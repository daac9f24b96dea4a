package io.carat.core.topology;

import io.carat.core.decision.Answer;
import io.carat.core.decision.AuditNote;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topology's versions.
 *
 * @param versions those that were asked for, oldest first
 */
public record TopologyAnswer(String code, List<Version> versions) implements Answer {

    public TopologyAnswer {
        versions = List.copyOf(versions);
    }

    /**
     * One version.
     *
     * @param active whether new business is decided under it
     * @param audit who made it and why; null for those of the first start
     */
    public record Version(
            Topology topology, boolean active, @Nullable AuditNote audit) {}

    /** Versions of a topology, told with the one that is active on the platform, null for none. */
    public static TopologyAnswer of(String code, TopologyState state, @Nullable TopologyRef active, int... versions) {
        return new TopologyAnswer(
                code,
                Arrays.stream(versions)
                        .mapToObj(version -> new Version(
                                state.version(version).orElseThrow(),
                                new TopologyRef(code, version).equals(active),
                                state.authors().get(version)))
                        .toList());
    }
}
