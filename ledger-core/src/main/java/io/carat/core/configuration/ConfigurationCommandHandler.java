package io.carat.core.configuration;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerAggregate;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.catalogue.CatalogueEntry;
import io.carat.core.catalogue.CatalogueEvent;
import io.carat.core.catalogue.CatalogueEvent.BrandDefined;
import io.carat.core.catalogue.CatalogueEvent.GameRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProviderRegistered;
import io.carat.core.catalogue.CatalogueItem;
import io.carat.core.configuration.ConfigurationCommand.ActivateFirstTopology;
import io.carat.core.configuration.ConfigurationCommand.DefineBrand;
import io.carat.core.configuration.ConfigurationCommand.DefinePolicy;
import io.carat.core.configuration.ConfigurationCommand.DefineTopology;
import io.carat.core.configuration.ConfigurationCommand.RegisterGame;
import io.carat.core.configuration.ConfigurationCommand.RegisterProvider;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.Policy;
import io.carat.core.policy.PolicyEvent.PolicyDefined;
import io.carat.core.policy.PolicyState;
import io.carat.core.policy.PolicyVersions;
import io.carat.core.topology.Platform;
import io.carat.core.topology.PlatformEvent.TopologyActivated;
import io.carat.core.topology.PlatformState;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyEvent.TopologyDefined;
import io.carat.core.topology.TopologyState;
import io.carat.core.topology.TopologyVersions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/** Takes what the platform is set to. */
public final class ConfigurationCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public ConfigurationCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Defines a brand, unless there is one: what staff have set since stays. */
    @CommandHandler
    public Outcome handle(DefineBrand command) {
        String id = CatalogueEntry.brandStreamId(command.brandId());
        return catalogue(new BrandDefined(id, command.brandId(), command.currencies(), command.zone()));
    }

    /** Connects a provider. */
    @CommandHandler
    public Outcome handle(RegisterProvider command) {
        String id = CatalogueEntry.providerStreamId(command.providerId());
        return catalogue(new ProviderRegistered(id, command.providerId()));
    }

    /** Lists a game, unless it is listed: what staff have set since stays. */
    @CommandHandler
    public Outcome handle(RegisterGame command) {
        String id = CatalogueEntry.gameStreamId(command.providerId(), command.gameId());
        return catalogue(new GameRegistered(id, command.providerId(), command.gameId(), command.product()));
    }

    /** Defines a topology version; the same number with another content is refused. */
    @CommandHandler
    public Outcome handle(DefineTopology command) {
        String id = TopologyState.streamId(command.topology().code());
        return version(
                TopologyVersions.class,
                id,
                state -> state.version(command.topology().version()),
                command.topology(),
                new TopologyDefined(id, command.topology()));
    }

    /** Defines a policy version; the same number with another content is refused. */
    @CommandHandler
    public Outcome handle(DefinePolicy command) {
        String id = PolicyState.streamId(command.policy().code());
        return version(
                PolicyVersions.class,
                id,
                state -> state.version(command.policy().version()),
                command.policy(),
                new PolicyDefined(id, command.policy()));
    }

    /** Activates a topology on a platform that has none; one that is active stays. */
    @CommandHandler
    public Outcome handle(ActivateFirstTopology command) {
        LedgerUnit unit = new LedgerUnit(access);
        PlatformState platform = unit.load(LoadOrder.SUBJECT, Platform.class, PlatformState.STREAM_ID);
        boolean defined =
                new ActiveConfiguration(unit).topology(command.topology()).isPresent();
        if (!defined) {
            return unit.conclude(Decision.rejected(
                    RejectionCode.POLICY_UNRESOLVED, "There is no topology " + command.topology() + "."));
        }
        List<LedgerEvent> events = platform == null
                ? List.of(new TopologyActivated(PlatformState.STREAM_ID, command.topology()))
                : List.of();
        return unit.conclude(Decision.accepted(events, new ConfigurationAnswer(PlatformState.STREAM_ID)));
    }

    /** The active topology with the active versions of its policies. */
    @CommandHandler
    public Outcome handle(ReadActiveTopology query) {
        LedgerUnit unit = new LedgerUnit(access);
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        return unit.conclude(configuration
                .topology()
                .map(topology -> Decision.accepted(
                        List.of(), new ActiveTopologyAnswer(topology, policies(configuration, topology))))
                .orElseGet(() -> Decision.rejected(Admission.unresolved("the platform"))));
    }

    private static List<Policy> policies(ActiveConfiguration configuration, Topology topology) {
        return topology.routes().stream()
                .map(ProductRoute::policyCode)
                .distinct()
                .flatMap(code -> configuration.policy(code).stream())
                .toList();
    }

    private Outcome catalogue(CatalogueEvent event) {
        LedgerUnit unit = new LedgerUnit(access);
        CatalogueEntry before = unit.load(LoadOrder.SUBJECT, CatalogueItem.class, event.streamId());
        return unit.conclude(Decision.accepted(
                before == null ? List.of(event) : List.of(), new ConfigurationAnswer(event.streamId())));
    }

    private <S, A extends LedgerAggregate<S>, V> Outcome version(
            Class<A> type, String id, Function<S, Optional<V>> find, V wanted, LedgerEvent event) {
        LedgerUnit unit = new LedgerUnit(access);
        @Nullable S state = unit.load(LoadOrder.SUBJECT, type, id);
        Optional<V> existing = state == null ? Optional.empty() : find.apply(state);
        if (existing.isPresent() && !existing.get().equals(wanted)) {
            return unit.conclude(Decision.rejected(
                    RejectionCode.VERSION_IMMUTABLE, id + " already has that version with another content."));
        }
        return unit.conclude(
                Decision.accepted(existing.isPresent() ? List.of() : List.of(event), new ConfigurationAnswer(id)));
    }
}
