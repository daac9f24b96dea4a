package io.carat.core.policy;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.decision.Outcome;
import io.carat.core.policy.PolicyCommand.ActivatePolicyVersion;
import io.carat.core.policy.PolicyCommand.CheckPolicy;
import io.carat.core.policy.PolicyCommand.CreatePolicyVersion;
import io.carat.core.policy.PolicyCommand.ReadPolicyVersions;
import io.carat.core.topology.Platform;
import io.carat.core.topology.PlatformState;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyState;
import io.carat.core.topology.TopologyVersions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;

/** Takes what staff ask of policies. */
public final class PolicyCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public PolicyCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Makes a version, not active. */
    @CommandHandler
    public Outcome handle(CreatePolicyVersion command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(PolicyAdministration.create(command, load(unit, command.code()), products(unit)));
    }

    /** Makes a version the active one. */
    @CommandHandler
    public Outcome handle(ActivatePolicyVersion command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(PolicyAdministration.activate(command, load(unit, command.code()), products(unit)));
    }

    /** Says whether rules can be used. */
    @CommandHandler
    public Outcome handle(CheckPolicy query) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(PolicyAdministration.check(query.rules(), products(unit)));
    }

    /** Reads the versions of a policy. */
    @CommandHandler
    public Outcome handle(ReadPolicyVersions query) {
        LedgerUnit unit = new LedgerUnit(access);
        PolicyState state = unit.reference(PolicyVersions.class, PolicyState.streamId(query.code()))
                .orElse(PolicyState.NONE);
        return unit.conclude(PolicyAdministration.read(query.code(), state));
    }

    private static PolicyState load(LedgerUnit unit, String code) {
        return Objects.requireNonNullElse(
                unit.load(LoadOrder.SUBJECT, PolicyVersions.class, PolicyState.streamId(code)), PolicyState.NONE);
    }

    private static Set<String> products(LedgerUnit unit) {
        Optional<Topology> topology = unit.reference(Platform.class, PlatformState.STREAM_ID)
                .map(PlatformState::activeTopology)
                .flatMap(ref -> unit.reference(TopologyVersions.class, TopologyState.streamId(ref.code()))
                        .flatMap(versions -> versions.version(ref.version())));
        return topology.stream()
                .flatMap(active -> active.routes().stream())
                .map(ProductRoute::product)
                .collect(Collectors.toSet());
    }
}
