package io.carat.core.catalogue;

import io.carat.core.decision.AuditNote;
import io.carat.core.provider.ProviderProfile;
import io.carat.core.provider.SignatureScheme;
import java.util.List;

/** What staff can do to brands, providers and games. Each may be repeated: what already holds changes nothing. */
public sealed interface CatalogueCommand {

    /** Set a brand: the currencies its players may hold and the zone its dates are read in. None may be taken away. */
    record SetBrand(String brandId, List<String> currencies, String zone, AuditNote audit) implements CatalogueCommand {
        public SetBrand {
            currencies = List.copyOf(currencies);
        }
    }

    /** Connect a game provider. */
    record ConnectProvider(String providerId, AuditNote audit) implements CatalogueCommand {}

    /** List a provider's game under a product. */
    record ListGame(String providerId, String gameId, String product, AuditNote audit) implements CatalogueCommand {}

    /** Add a version of a provider's profile; versions are never changed. */
    record DefineProfile(ProviderProfile profile, AuditNote audit) implements CatalogueCommand {}

    /** Treat a provider by this version of its profile from now on. */
    record ActivateProfile(String providerId, int version, AuditNote audit) implements CatalogueCommand {}

    /** Note that the secret which a provider's callbacks are verified with was replaced. */
    record NoteSecret(String providerId, SignatureScheme kind, String keyDigest, AuditNote audit)
            implements CatalogueCommand {}

    /** Give a provider that has no profile its first one. */
    record SeedProfile(ProviderProfile profile) implements CatalogueCommand {}

    /** Read a provider. */
    record ReadProvider(String providerId) implements CatalogueCommand {}
}
