package io.carat.api.topology;

import io.carat.api.failure.CommandFailure;
import io.carat.api.http.LedgerCommands;
import io.carat.core.configuration.ActiveTopologyAnswer;
import io.carat.core.configuration.ReadActiveTopology;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.topology.Leftovers;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyAnswer;
import io.carat.core.topology.TopologyCommand.ActivateTopology;
import io.carat.core.topology.TopologyCommand.CheckActivation;
import io.carat.core.topology.TopologyCommand.ReadTopologyVersions;
import io.carat.core.topology.TopologyRef;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Puts topologies in force: counts what would be left behind and asks for the activation at the position of the count. When
 * the log has moved since, it counts again (ADR 0023).
 */
@Component
class TopologyActivations {

    /** How often it is counted before the log is told to move too fast. */
    static final int MAX_COUNTS = 5;

    private final LedgerCommands commands;
    private final OutgoingCount count;

    TopologyActivations(LedgerCommands commands, OutgoingCount count) {
        this.commands = commands;
        this.count = count;
    }

    /** What an activation would come to; nothing is activated. */
    Outcome check(TopologyRef ref) {
        return counted(ref, leftovers -> new CheckActivation(ref, leftovers));
    }

    /**
     * Puts a version in force.
     *
     * @throws RuntimeException the command's own failure; CONTENTION when the log moved during every count
     */
    Outcome activate(TopologyRef ref, AuditNote audit) {
        for (int counts = 1; ; counts++) {
            try {
                return counted(ref, leftovers -> new ActivateTopology(ref, leftovers, audit));
            } catch (RuntimeException e) {
                if (counts == MAX_COUNTS || CommandFailure.of(e).kind() != CommandFailure.Kind.CONTENTION) {
                    throw e;
                }
            }
        }
    }

    private Outcome counted(TopologyRef ref, Function<Leftovers, Object> command) {
        return withBoth(
                ref,
                (outgoing, incoming) -> count.of(outgoing, incoming)
                        .map(leftovers ->
                                commands.send(command.apply(leftovers)).outcome())
                        .orElseGet(() -> refused(
                                RejectionCode.ACTIVATION_BLOCKED,
                                "The read models did not come to the end of the log within "
                                        + OutgoingCount.CATCH_UP.toSeconds()
                                        + " s; see wallet_processor_lag_events.")));
    }

    private Outcome withBoth(TopologyRef ref, BiFunction<Topology, Topology, Outcome> decide) {
        return switch (commands.send(new ReadActiveTopology()).outcome()) {
            case Outcome.Refused refused -> refused;
            case Outcome.Done done -> {
                Topology outgoing = ((ActiveTopologyAnswer) done.answer()).topology();
                yield find(ref)
                        .map(incoming -> decide.apply(outgoing, incoming))
                        .orElseGet(() -> refused(
                                RejectionCode.TOPOLOGY_NOT_FOUND,
                                "There is no topology " + ref.code() + " version " + ref.version() + "."));
            }
        };
    }

    private Optional<Topology> find(TopologyRef ref) {
        return switch (commands.send(new ReadTopologyVersions(ref.code())).outcome()) {
            case Outcome.Refused ignored -> Optional.empty();
            case Outcome.Done done ->
                ((TopologyAnswer) done.answer())
                        .versions().stream()
                                .map(TopologyAnswer.Version::topology)
                                .filter(topology -> topology.ref().equals(ref))
                                .findFirst();
        };
    }

    private static Outcome refused(RejectionCode code, String detail) {
        return new Outcome.Refused(Rejection.of(code, detail), false);
    }
}
