package io.carat.core.configuration;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.catalogue.CatalogueEntry;
import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.catalogue.CatalogueEntry.Game;
import io.carat.core.catalogue.CatalogueItem;
import io.carat.core.policy.Policy;
import io.carat.core.policy.PolicyRef;
import io.carat.core.policy.PolicyState;
import io.carat.core.policy.PolicyVersions;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.topology.Platform;
import io.carat.core.topology.PlatformState;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyRef;
import io.carat.core.topology.TopologyState;
import io.carat.core.topology.TopologyVersions;
import java.util.Optional;

/** Shared configuration as one command sees it: read without locks, checked when the command appends. */
public final class ActiveConfiguration {

    private final LedgerUnit unit;

    /** The configuration as the unit's command sees it. */
    public ActiveConfiguration(LedgerUnit unit) {
        this.unit = unit;
    }

    /** The active topology; empty before one was activated. */
    public Optional<Topology> topology() {
        return unit.reference(Platform.class, PlatformState.STREAM_ID)
                .flatMap(platform -> topology(platform.activeTopology()));
    }

    /** A topology version that a record was decided under; empty when it is not defined. */
    public Optional<Topology> topology(TopologyRef ref) {
        return unit.reference(TopologyVersions.class, TopologyState.streamId(ref.code()))
                .flatMap(versions -> versions.version(ref.version()));
    }

    /** The active version of a policy; empty when it is not defined. */
    public Optional<Policy> policy(String code) {
        return unit.reference(PolicyVersions.class, PolicyState.streamId(code)).flatMap(PolicyState::active);
    }

    /** A policy version that a record was decided under; empty when it is not defined. */
    public Optional<Policy> policy(PolicyRef ref) {
        return unit.reference(PolicyVersions.class, PolicyState.streamId(ref.code()))
                .flatMap(versions -> versions.version(ref.version()));
    }

    /** A brand; empty when there is none. */
    public Optional<Brand> brand(String brandId) {
        return entry(CatalogueEntry.brandStreamId(brandId)).map(Brand.class::cast);
    }

    /** Whether a provider is connected. */
    public boolean hasProvider(String providerId) {
        return entry(CatalogueEntry.providerStreamId(providerId)).isPresent();
    }

    /** The settings that a provider is treated by; empty when it is not connected or has none. */
    public Optional<ProviderProfile> profile(String providerId) {
        return entry(CatalogueEntry.providerStreamId(providerId))
                .map(CatalogueEntry.Provider.class::cast)
                .flatMap(CatalogueEntry.Provider::activeProfile);
    }

    /** A provider's game; empty when the catalogue does not list it. */
    public Optional<Game> game(String providerId, String gameId) {
        return entry(CatalogueEntry.gameStreamId(providerId, gameId)).map(Game.class::cast);
    }

    private Optional<CatalogueEntry> entry(String streamId) {
        return unit.reference(CatalogueItem.class, streamId);
    }
}
