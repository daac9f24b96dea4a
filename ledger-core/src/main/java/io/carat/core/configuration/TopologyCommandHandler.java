package io.carat.core.configuration;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.WalletBucket;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.topology.Leftovers;
import io.carat.core.topology.Platform;
import io.carat.core.topology.PlatformState;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyCommand.ActivateTopology;
import io.carat.core.topology.TopologyCommand.CheckActivation;
import io.carat.core.topology.TopologyCommand.CheckTopology;
import io.carat.core.topology.TopologyCommand.CreateTopologyVersion;
import io.carat.core.topology.TopologyCommand.ReadObligations;
import io.carat.core.topology.TopologyCommand.ReadTopologyVersions;
import io.carat.core.topology.TopologyRef;
import io.carat.core.topology.TopologyState;
import io.carat.core.topology.TopologyVersions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/** Takes what staff ask of topologies. */
public final class TopologyCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public TopologyCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Makes a version, not active. */
    @CommandHandler
    public Outcome handle(CreateTopologyVersion command) {
        LedgerUnit unit = new LedgerUnit(access);
        String id = TopologyState.streamId(command.content().code());
        TopologyState state = Objects.requireNonNullElse(
                unit.load(LoadOrder.SUBJECT, TopologyVersions.class, id), TopologyState.NONE);
        return unit.conclude(TopologyAdministration.create(command, state, active(unit)));
    }

    /** Says whether a content can be used. */
    @CommandHandler
    public Outcome handle(CheckTopology query) {
        return new LedgerUnit(access).conclude(TopologyAdministration.check(query.content()));
    }

    /** Reads the versions of a topology. */
    @CommandHandler
    public Outcome handle(ReadTopologyVersions query) {
        LedgerUnit unit = new LedgerUnit(access);
        TopologyState state = unit.reference(TopologyVersions.class, TopologyState.streamId(query.code()))
                .orElse(TopologyState.NONE);
        return unit.conclude(TopologyAdministration.read(query.code(), state, active(unit)));
    }

    /** Puts a version in force; what it rests on must be the last that happened. */
    @CommandHandler
    public Outcome handle(ActivateTopology command) {
        LedgerUnit unit = new LedgerUnit(access);
        unit.load(LoadOrder.SUBJECT, Platform.class, PlatformState.STREAM_ID);
        return unit.conclude(activation(unit, command.topology(), command.leftovers(), activation -> {
            Decision decision = activation.decide(command.audit());
            if (!decision.events().isEmpty() && activation.restsOnCount()) {
                unit.appendOnlyAfter(command.leftovers().position());
            }
            return decision;
        }));
    }

    /** Says what an activation would come to. */
    @CommandHandler
    public Outcome handle(CheckActivation query) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(activation(
                unit,
                query.topology(),
                query.leftovers(),
                activation -> Decision.accepted(List.of(), activation.check())));
    }

    /** Reads what buckets owe and cover. */
    @CommandHandler
    public Outcome handle(ReadObligations query) {
        LedgerUnit unit = new LedgerUnit(access);
        List<BucketState> buckets = query.bucketIds().stream()
                .flatMap(id -> unit.reference(WalletBucket.class, id).stream())
                .toList();
        long requirements = buckets.stream()
                .mapToLong(bucket -> bucket.requirements().size())
                .sum();
        long receivables = buckets.stream()
                .mapToLong(bucket -> bucket.receivables().size())
                .sum();
        return unit.conclude(Decision.accepted(List.of(), new ObligationsAnswer(requirements, receivables)));
    }

    private static Decision activation(
            LedgerUnit unit, TopologyRef ref, Leftovers leftovers, Function<TopologyActivation, Decision> decide) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Optional<Topology> outgoing = configuration.topology();
        Optional<Topology> incoming = configuration.topology(ref);
        if (incoming.isEmpty()) {
            return Decision.rejected(
                    RejectionCode.TOPOLOGY_NOT_FOUND,
                    "There is no topology " + ref.code() + " version " + ref.version() + ".");
        }
        return outgoing.map(from ->
                        decide.apply(new TopologyActivation(incoming.get(), from, leftovers, configuration::policy)))
                .orElseGet(() -> Decision.rejected(Admission.unresolved("the platform")));
    }

    private static @Nullable TopologyRef active(LedgerUnit unit) {
        return unit.reference(Platform.class, PlatformState.STREAM_ID)
                .map(PlatformState::activeTopology)
                .orElse(null);
    }
}
