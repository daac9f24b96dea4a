package io.carat.core.configuration;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.catalogue.CatalogueCommand.ActivateProfile;
import io.carat.core.catalogue.CatalogueCommand.ConnectProvider;
import io.carat.core.catalogue.CatalogueCommand.DefineProfile;
import io.carat.core.catalogue.CatalogueCommand.ListGame;
import io.carat.core.catalogue.CatalogueCommand.NoteSecret;
import io.carat.core.catalogue.CatalogueCommand.ReadProvider;
import io.carat.core.catalogue.CatalogueCommand.SeedProfile;
import io.carat.core.catalogue.CatalogueCommand.SetBrand;
import io.carat.core.catalogue.CatalogueEntry;
import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.catalogue.CatalogueEvent;
import io.carat.core.catalogue.CatalogueEvent.BrandSet;
import io.carat.core.catalogue.CatalogueEvent.GameListed;
import io.carat.core.catalogue.CatalogueEvent.ProfileActivated;
import io.carat.core.catalogue.CatalogueEvent.ProfileDefined;
import io.carat.core.catalogue.CatalogueEvent.ProviderConnected;
import io.carat.core.catalogue.CatalogueEvent.ProviderSecretReplaced;
import io.carat.core.catalogue.CatalogueItem;
import io.carat.core.catalogue.ProviderAnswer;
import io.carat.core.decision.AuditNote;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.provider.ProfileCheck;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/** Takes what staff decide about brands, providers and games. */
public final class CatalogueCommandHandler {

    private static final AuditNote SEED = new AuditNote("carat", "first start");

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public CatalogueCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Sets a brand. */
    @CommandHandler
    public Outcome handle(SetBrand command) {
        String id = CatalogueEntry.brandStreamId(command.brandId());
        BrandSet event = new BrandSet(id, command.brandId(), command.currencies(), command.zone(), command.audit());
        return decide(
                id,
                before ->
                        narrows(before, command).map(Decision::rejected).orElseGet(() -> unlessItHolds(before, event)));
    }

    /** Connects a provider; it is of use once it has an active profile. */
    @CommandHandler
    public Outcome handle(ConnectProvider command) {
        String id = CatalogueEntry.providerStreamId(command.providerId());
        ProviderConnected event = new ProviderConnected(id, command.providerId(), command.audit());
        return decide(id, before -> unlessItHolds(before, event));
    }

    /** Lists a game of a provider that is connected. */
    @CommandHandler
    public Outcome handle(ListGame command) {
        LedgerUnit unit = new LedgerUnit(access);
        boolean connected = unit.reference(CatalogueItem.class, CatalogueEntry.providerStreamId(command.providerId()))
                .isPresent();
        if (!connected) {
            return unit.conclude(Decision.rejected(unknown(command.providerId())));
        }
        Optional<Topology> topology = new ActiveConfiguration(unit).topology();
        if (topology.isPresent() && topology.get().route(command.product()).isEmpty()) {
            return unit.conclude(Decision.rejected(
                    RejectionCode.PRODUCT_NOT_SERVED,
                    "Topology " + topology.get().code() + " serves "
                            + String.join(", ", topology.get().products()) + ", not " + command.product() + "."));
        }
        String id = CatalogueEntry.gameStreamId(command.providerId(), command.gameId());
        GameListed event =
                new GameListed(id, command.providerId(), command.gameId(), command.product(), command.audit());
        return unit.conclude(unlessItHolds(unit.load(LoadOrder.SUBJECT, CatalogueItem.class, id), event));
    }

    /** Defines a profile version; the same number with another content is refused. */
    @CommandHandler
    public Outcome handle(DefineProfile command) {
        ProviderProfile profile = command.profile();
        return provider(profile.providerId(), provider -> define(provider, profile, command.audit()));
    }

    /** Activates a profile version that is defined. */
    @CommandHandler
    public Outcome handle(ActivateProfile command) {
        return provider(command.providerId(), provider -> activate(provider, command));
    }

    /** Notes that a secret was replaced. */
    @CommandHandler
    public Outcome handle(NoteSecret command) {
        String id = CatalogueEntry.providerStreamId(command.providerId());
        return provider(
                command.providerId(),
                ignored -> accepted(
                        id,
                        List.of(new ProviderSecretReplaced(
                                id, command.providerId(), command.kind(), command.keyDigest(), command.audit()))));
    }

    /** Gives a provider its first profile and makes it the active one. One that has profiles keeps them as they are. */
    @CommandHandler
    public Outcome handle(SeedProfile command) {
        ProviderProfile profile = command.profile();
        String id = CatalogueEntry.providerStreamId(profile.providerId());
        return provider(
                profile.providerId(),
                provider -> accepted(
                        id,
                        provider.profiles().isEmpty()
                                ? List.of(
                                        new ProfileDefined(id, profile, SEED),
                                        new ProfileActivated(id, profile.providerId(), profile.version(), SEED))
                                : List.of()));
    }

    /** The provider with all versions of its profile. */
    @CommandHandler
    public Outcome handle(ReadProvider query) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(unit.reference(CatalogueItem.class, CatalogueEntry.providerStreamId(query.providerId()))
                .map(entry -> Decision.accepted(List.of(), ProviderAnswer.of((CatalogueEntry.Provider) entry)))
                .orElseGet(() -> Decision.rejected(unknown(query.providerId()))));
    }

    private static Decision define(CatalogueEntry.Provider provider, ProviderProfile profile, AuditNote audit) {
        Optional<String> problem = ProfileCheck.problem(profile);
        if (problem.isPresent()) {
            return Decision.rejected(RejectionCode.PROFILE_INVALID, problem.get());
        }
        String id = CatalogueEntry.providerStreamId(provider.providerId());
        ProviderProfile existing = provider.profiles().get(profile.version());
        if (existing != null && !existing.equals(profile)) {
            return Decision.rejected(
                    RejectionCode.VERSION_IMMUTABLE,
                    "Provider " + provider.providerId() + " has a version " + profile.version()
                            + " with another content; define the next one.");
        }
        return accepted(id, existing == null ? List.of(new ProfileDefined(id, profile, audit)) : List.of());
    }

    private static Decision activate(CatalogueEntry.Provider provider, ActivateProfile command) {
        if (!provider.profiles().containsKey(command.version())) {
            return Decision.rejected(
                    RejectionCode.PROFILE_NOT_FOUND,
                    "Provider " + command.providerId() + " has no profile version " + command.version() + ".");
        }
        String id = CatalogueEntry.providerStreamId(command.providerId());
        boolean holds = Integer.valueOf(command.version()).equals(provider.activeVersion());
        return accepted(
                id,
                holds
                        ? List.of()
                        : List.of(new ProfileActivated(id, command.providerId(), command.version(), command.audit())));
    }

    /** A currency that players may hold money in is never taken away. */
    private static Optional<Rejection> narrows(@Nullable CatalogueEntry before, SetBrand command) {
        return before instanceof Brand brand && !command.currencies().containsAll(brand.currencies())
                ? Optional.of(Rejection.of(
                        RejectionCode.CURRENCY_MISMATCH,
                        "Brand " + brand.brandId() + " holds " + String.join(", ", brand.currencies())
                                + ", and none of them can be taken away."))
                : Optional.empty();
    }

    private static Decision unlessItHolds(@Nullable CatalogueEntry before, CatalogueEvent event) {
        boolean holds = CatalogueEntry.evolve(before, event).equals(before);
        return accepted(event.streamId(), holds ? List.of() : List.of(event));
    }

    private Outcome provider(String providerId, Function<CatalogueEntry.Provider, Decision> decide) {
        return decide(
                CatalogueEntry.providerStreamId(providerId),
                before -> before instanceof CatalogueEntry.Provider provider
                        ? decide.apply(provider)
                        : Decision.rejected(unknown(providerId)));
    }

    private Outcome decide(String id, Function<@Nullable CatalogueEntry, Decision> decide) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(decide.apply(unit.load(LoadOrder.SUBJECT, CatalogueItem.class, id)));
    }

    private static Decision accepted(String id, List<? extends CatalogueEvent> events) {
        return Decision.accepted(events, new ConfigurationAnswer(id));
    }

    private static Rejection unknown(String providerId) {
        return Rejection.of(RejectionCode.PROVIDER_NOT_FOUND, "There is no provider " + providerId + ".");
    }
}
