package io.carat.core.configuration;

import io.carat.core.decision.Decision;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyAnswer;
import io.carat.core.topology.TopologyCommand.CreateTopologyVersion;
import io.carat.core.topology.TopologyEvent.TopologyCreated;
import io.carat.core.topology.TopologyFaults;
import io.carat.core.topology.TopologyRef;
import io.carat.core.topology.TopologyState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a version of a topology is made, and what is told of those there are. */
final class TopologyAdministration {

    private TopologyAdministration() {}

    /**
     * Makes a version under the next number, unless one has the same content.
     *
     * @param active the version that is in force on the platform, null before there is one
     */
    static Decision create(CreateTopologyVersion command, TopologyState state, @Nullable TopologyRef active) {
        Topology topology = command.content().withVersion(state.nextVersion());
        Optional<Rejection> fault = fault(topology);
        if (fault.isPresent()) {
            return Decision.rejected(fault.get());
        }
        Optional<Topology> same = state.versions().values().stream()
                .filter(topology::hasContentOf)
                .min(Comparator.comparingInt(Topology::version));
        if (same.isPresent()) {
            return Decision.accepted(
                    List.of(),
                    TopologyAnswer.of(topology.code(), state, active, same.get().version()));
        }
        TopologyCreated created =
                new TopologyCreated(TopologyState.streamId(topology.code()), topology, command.audit());
        return Decision.accepted(
                List.of(created),
                TopologyAnswer.of(topology.code(), TopologyState.evolve(state, created), active, topology.version()));
    }

    /** Answers a content that can be used as a version that is none. */
    static Decision check(Topology content) {
        return fault(content)
                .map(Decision::rejected)
                .orElseGet(() -> Decision.accepted(
                        List.of(),
                        new TopologyAnswer(content.code(), List.of(new TopologyAnswer.Version(content, false, null)))));
    }

    /** Every version, oldest first. */
    static Decision read(String code, TopologyState state, @Nullable TopologyRef active) {
        int[] versions = state.versions().keySet().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return versions.length == 0
                ? Decision.rejected(RejectionCode.TOPOLOGY_NOT_FOUND, "There is no topology " + code + ".")
                : Decision.accepted(List.of(), TopologyAnswer.of(code, state, active, versions));
    }

    private static Optional<Rejection> fault(Topology topology) {
        List<String> faults = TopologyFaults.of(topology);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(Rejection.of(RejectionCode.TOPOLOGY_INVALID, String.join(" ", faults)));
    }
}
