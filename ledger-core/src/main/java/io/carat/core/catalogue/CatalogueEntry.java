package io.carat.core.catalogue;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.carat.core.catalogue.CatalogueEvent.BrandDefined;
import io.carat.core.catalogue.CatalogueEvent.BrandSet;
import io.carat.core.catalogue.CatalogueEvent.GameListed;
import io.carat.core.catalogue.CatalogueEvent.GameRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProfileActivated;
import io.carat.core.catalogue.CatalogueEvent.ProfileDefined;
import io.carat.core.catalogue.CatalogueEvent.ProviderConnected;
import io.carat.core.catalogue.CatalogueEvent.ProviderRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProviderSecretReplaced;
import io.carat.core.provider.ProviderProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of the catalogue as its events left it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) // for snapshots
public sealed interface CatalogueEntry {

    /** A brand with the currencies its players may hold and the zone its dates are read in. */
    record Brand(String brandId, List<String> currencies, String zone) implements CatalogueEntry {
        public Brand {
            currencies = List.copyOf(currencies);
        }
    }

    /**
     * A connected game provider.
     *
     * @param profiles every version of its settings
     * @param activeVersion the one it is treated by; null before one was activated
     */
    record Provider(
            String providerId,
            Map<Integer, ProviderProfile> profiles,
            @Nullable Integer activeVersion) implements CatalogueEntry {
        public Provider {
            // a snapshot from before there were profiles has none
            profiles = profiles == null ? Map.of() : Map.copyOf(profiles);
        }

        /** The settings it is treated by; empty before some were activated. */
        public Optional<ProviderProfile> activeProfile() {
            return Optional.ofNullable(activeVersion).map(profiles::get);
        }

        private static Provider of(@Nullable CatalogueEntry entry, String providerId) {
            return entry instanceof Provider provider ? provider : new Provider(providerId, Map.of(), null);
        }

        private Provider with(ProviderProfile profile) {
            Map<Integer, ProviderProfile> more = new HashMap<>(profiles);
            if (more.put(profile.version(), profile) != null) {
                throw new IllegalStateException("Defined twice: " + providerId + " version " + profile.version());
            }
            return new Provider(providerId, more, activeVersion);
        }

        private Provider activated(int version) {
            if (!profiles.containsKey(version)) {
                throw new IllegalStateException("Not defined: " + providerId + " version " + version);
            }
            return new Provider(providerId, profiles, version);
        }
    }

    /** A provider's game and the product it belongs to. */
    record Game(String providerId, String gameId, String product) implements CatalogueEntry {}

    /** The stream of a brand. */
    static String brandStreamId(String brandId) {
        return "brand:" + brandId;
    }

    /** The stream of a provider. */
    static String providerStreamId(String providerId) {
        return "provider:" + providerId;
    }

    /** The stream of a provider's game. */
    static String gameStreamId(String providerId, String gameId) {
        return "game:" + providerId + ":" + gameId;
    }

    /** The entry after an event: the last one counts. */
    static CatalogueEntry evolve(@Nullable CatalogueEntry entry, CatalogueEvent event) {
        return switch (event) {
            case BrandDefined brand -> new Brand(brand.brandId(), brand.currencies(), brand.zone());
            case BrandSet brand -> new Brand(brand.brandId(), brand.currencies(), brand.zone());
            case ProviderRegistered provider -> Provider.of(entry, provider.providerId());
            case ProviderConnected provider -> Provider.of(entry, provider.providerId());
            case ProfileDefined defined ->
                Provider.of(entry, defined.profile().providerId()).with(defined.profile());
            case ProfileActivated activated ->
                Provider.of(entry, activated.providerId()).activated(activated.version());
            case ProviderSecretReplaced replaced -> Provider.of(entry, replaced.providerId());
            case GameRegistered game -> new Game(game.providerId(), game.gameId(), game.product());
            case GameListed game -> new Game(game.providerId(), game.gameId(), game.product());
        };
    }
}
