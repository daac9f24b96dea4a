package io.carat.core.catalogue;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.carat.core.catalogue.CatalogueEvent.BrandDefined;
import io.carat.core.catalogue.CatalogueEvent.BrandLimitsSet;
import io.carat.core.catalogue.CatalogueEvent.BrandResumed;
import io.carat.core.catalogue.CatalogueEvent.BrandSuspended;
import io.carat.core.catalogue.CatalogueEvent.GameRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProviderRegistered;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of the catalogue as its events left it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME) // for snapshots
public sealed interface CatalogueEntry {

    /**
     * A brand with the currencies its players may hold and the zone its dates are read in.
     *
     * @param suspended whether it takes no new bets and deposits
     * @param limits at most one per currency
     */
    record Brand(String brandId, List<String> currencies, String zone, boolean suspended, List<BrandLimits> limits)
            implements CatalogueEntry {
        public Brand {
            currencies = List.copyOf(currencies);
            limits = List.copyOf(limits);
        }

        /** The calendar day of a time where the brand is. */
        public LocalDate dayOf(Instant time) {
            return LocalDate.ofInstant(time, ZoneId.of(zone));
        }

        private Brand suspended(boolean now) {
            return new Brand(brandId, currencies, zone, now, limits);
        }

        private Brand with(BrandLimits set) {
            List<BrandLimits> all = new ArrayList<>(limits);
            all.removeIf(other -> other.currency().equals(set.currency()));
            all.add(set);
            return new Brand(brandId, currencies, zone, suspended, all);
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

    /** The entry after an event: the last definition counts, and a brand keeps its controls. */
    static CatalogueEntry evolve(@Nullable CatalogueEntry entry, CatalogueEvent event) {
        return switch (event) {
            case BrandDefined brand -> defined(brand, entry instanceof Brand before ? before : null);
            case BrandSuspended ignored when entry instanceof Brand brand -> brand.suspended(true);
            case BrandResumed ignored when entry instanceof Brand brand -> brand.suspended(false);
            case BrandLimitsSet set when entry instanceof Brand brand -> brand.with(set.limits());
            case ProviderRegistered provider -> new Provider(provider.providerId());
            case GameRegistered game -> new Game(game.providerId(), game.gameId(), game.product());
            case BrandSuspended impossible -> throw broken(entry, impossible);
            case BrandResumed impossible -> throw broken(entry, impossible);
            case BrandLimitsSet impossible -> throw broken(entry, impossible);
        };
    }

    private static Brand defined(BrandDefined brand, @Nullable Brand before) {
        return new Brand(
                brand.brandId(),
                brand.currencies(),
                brand.zone(),
                before != null && before.suspended,
                before == null ? List.of() : before.limits);
    }

    private static IllegalStateException broken(@Nullable CatalogueEntry entry, CatalogueEvent event) {
        return new IllegalStateException(event + " cannot follow " + entry);
    }
}
