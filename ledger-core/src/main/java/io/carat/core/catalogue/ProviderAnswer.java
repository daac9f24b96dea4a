package io.carat.core.catalogue;

import io.carat.core.decision.Answer;
import io.carat.core.provider.ProviderProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider as it is now.
 *
 * @param activeVersion the version of its profile that it is treated by; null when there is none
 * @param profiles every version, the oldest first
 */
public record ProviderAnswer(String providerId, @Nullable Integer activeVersion, List<ProviderProfile> profiles)
        implements Answer {

    public ProviderAnswer {
        profiles = List.copyOf(profiles);
    }

    /** What there is of a provider. */
    public static ProviderAnswer of(CatalogueEntry.Provider provider) {
        return new ProviderAnswer(
                provider.providerId(),
                provider.activeVersion(),
                provider.profiles().values().stream()
                        .sorted(Comparator.comparing(ProviderProfile::version))
                        .toList());
    }

    /** The profile that it is treated by; empty when there is none. */
    public Optional<ProviderProfile> activeProfile() {
        return profiles.stream()
                .filter(profile -> profile.version().equals(activeVersion))
                .findFirst();
    }
}
