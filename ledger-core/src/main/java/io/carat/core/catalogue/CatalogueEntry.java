package io.carat.core.catalogue;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.carat.core.catalogue.CatalogueEvent.BrandDefined;
import io.carat.core.catalogue.CatalogueEvent.GameRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProviderRegistered;
import java.util.List;
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

    /** A connected game provider. */
    record Provider(String providerId) implements CatalogueEntry {}

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
            case ProviderRegistered provider -> new Provider(provider.providerId());
            case GameRegistered game -> new Game(game.providerId(), game.gameId(), game.product());
        };
    }
}
