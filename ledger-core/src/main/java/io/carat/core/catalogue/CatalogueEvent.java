package io.carat.core.catalogue;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.SignatureScheme;
import java.util.List;

/** What happens to brands, providers and games. */
public sealed interface CatalogueEvent extends LedgerEvent {

    /** A brand exists, with the currencies its players may hold and the zone its dates are read in. */
    record BrandDefined(String brandStreamId, String brandId, List<String> currencies, String zone)
            implements CatalogueEvent {
        public BrandDefined {
            currencies = List.copyOf(currencies);
        }

        @Override
        public String streamId() {
            return brandStreamId;
        }
    }

    /** A brand takes no new bets and deposits. */
    record BrandSuspended(String brandStreamId, String brandId, AuditNote audit)
            implements CatalogueEvent, AuditedEvent {
        @Override
        public String streamId() {
            return brandStreamId;
        }
    }

    /** A brand takes bets and deposits again. */
    record BrandResumed(String brandStreamId, String brandId, AuditNote audit) implements CatalogueEvent, AuditedEvent {
        @Override
        public String streamId() {
            return brandStreamId;
        }
    }

    /** A brand's limits in one currency, in the place of those before. */
    record BrandLimitsSet(String brandStreamId, String brandId, BrandLimits limits, AuditNote audit)
            implements CatalogueEvent, AuditedEvent {
        @Override
        public String streamId() {
            return brandStreamId;
        }
    }

    /** A game provider is connected. */
    record ProviderRegistered(String providerStreamId, String providerId) implements CatalogueEvent {
        @Override
        public String streamId() {
            return providerStreamId;
        }
    }

    /** Staff set a brand: its currencies and the zone its dates are read in from now on. */
    record BrandSet(String brandStreamId, String brandId, List<String> currencies, String zone, AuditNote audit)
            implements CatalogueEvent, AuditedEvent {
        public BrandSet {
            currencies = List.copyOf(currencies);
        }

        @Override
        public String streamId() {
            return brandStreamId;
        }
    }

    /** Staff connected a game provider. */
    record ProviderConnected(String providerStreamId, String providerId, AuditNote audit)
            implements CatalogueEvent, AuditedEvent {
        @Override
        public String streamId() {
            return providerStreamId;
        }
    }

    /** A version of a provider's profile exists. */
    record ProfileDefined(String providerStreamId, ProviderProfile profile, AuditNote audit)
            implements CatalogueEvent, AuditedEvent {
        @Override
        public String streamId() {
            return providerStreamId;
        }
    }

    /** A provider is treated by this version of its profile from now on. */
    record ProfileActivated(String providerStreamId, String providerId, int version, AuditNote audit)
            implements CatalogueEvent, AuditedEvent {
        @Override
        public String streamId() {
            return providerStreamId;
        }
    }

    /**
     * Staff replaced what a provider's callbacks are verified with. The secret itself is never in an event.
     *
     * @param keyDigest tells one secret from another: the first half of its SHA-256 in hex
     */
    record ProviderSecretReplaced(
            String providerStreamId, String providerId, SignatureScheme kind, String keyDigest, AuditNote audit)
            implements CatalogueEvent, AuditedEvent {
        @Override
        public String streamId() {
            return providerStreamId;
        }
    }

    /** Staff listed a provider's game under a product. */
    record GameListed(String gameStreamId, String providerId, String gameId, String product, AuditNote audit)
            implements CatalogueEvent, AuditedEvent {
        @Override
        public String streamId() {
            return gameStreamId;
        }
    }

    /** A provider's game belongs to a product. */
    record GameRegistered(String gameStreamId, String providerId, String gameId, String product)
            implements CatalogueEvent {
        @Override
        public String streamId() {
            return gameStreamId;
        }
    }
}
