package io.carat.core.catalogue;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.LedgerEvent;
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

    /** A provider's game belongs to a product. */
    record GameRegistered(String gameStreamId, String providerId, String gameId, String product)
            implements CatalogueEvent {
        @Override
        public String streamId() {
            return gameStreamId;
        }
    }
}
