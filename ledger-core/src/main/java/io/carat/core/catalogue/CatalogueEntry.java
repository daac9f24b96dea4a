package io.carat.core.catalogue;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.carat.core.catalogue.CatalogueEvent.BrandDefined;
import io.carat.core.catalogue.CatalogueEvent.BrandLimitsSet;
import io.carat.core.catalogue.CatalogueEvent.BrandResumed;
import io.carat.core.catalogue.CatalogueEvent.BrandSet;
import io.carat.core.catalogue.CatalogueEvent.BrandSuspended;
import io.carat.core.catalogue.CatalogueEvent.GameListed;
import io.carat.core.catalogue.CatalogueEvent.GameRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProfileActivated;
import io.carat.core.catalogue.CatalogueEvent.ProfileDefined;
import io.carat.core.catalogue.CatalogueEvent.ProviderConnected;
import io.carat.core.catalogue.CatalogueEvent.ProviderRegistered;
import io.carat.core.catalogue.CatalogueEvent.ProviderSecretReplaced;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.provider.ProviderProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

        /** The refusal of a currency that the brand does not hold. */
        public Rejection holdsNot(String currency) {
            return Rejection.of(
                    RejectionCode.CURRENCY_MISMATCH,
                    "Brand " + brandId + " does not hold " + currency + "; it holds " + String.join(", ", currencies)
                            + ".");
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

    /** The entry after an event: the last definition counts, and a brand keeps its controls. */
    static CatalogueEntry evolve(@Nullable CatalogueEntry entry, CatalogueEvent event) {
        return switch (event) {
            case BrandDefined brand -> brand(brand.brandId(), brand.currencies(), brand.zone(), entry);
            case BrandSet brand -> brand(brand.brandId(), brand.currencies(), brand.zone(), entry);
            case BrandSuspended ignored when entry instanceof Brand brand -> brand.suspended(true);
            case BrandResumed ignored when entry instanceof Brand brand -> brand.suspended(false);
            case BrandLimitsSet set when entry instanceof Brand brand -> brand.with(set.limits());
            case ProviderRegistered provider -> Provider.of(entry, provider.providerId());
            case ProviderConnected provider -> Provider.of(entry, provider.providerId());
            case ProfileDefined defined ->
                Provider.of(entry, defined.profile().providerId()).with(defined.profile());
            case ProfileActivated activated ->
                Provider.of(entry, activated.providerId()).activated(activated.version());
            case ProviderSecretReplaced replaced -> Provider.of(entry, replaced.providerId());
            case GameRegistered game -> new Game(game.providerId(), game.gameId(), game.product());
            case GameListed game -> new Game(game.providerId(), game.gameId(), game.product());
            case BrandSuspended impossible -> throw broken(entry, impossible);
            case BrandResumed impossible -> throw broken(entry, impossible);
            case BrandLimitsSet impossible -> throw broken(entry, impossible);
        };
    }

    private static Brand brand(String brandId, List<String> currencies, String zone, @Nullable CatalogueEntry entry) {
        Brand before = entry instanceof Brand brand ? brand : null;
        return new Brand(
                brandId,
                currencies,
                zone,
                before != null && before.suspended,
                before == null ? List.of() : before.limits);
    }

    private static IllegalStateException broken(@Nullable CatalogueEntry entry, CatalogueEvent event) {
        return new IllegalStateException(event + " cannot follow " + entry);
    }
}
