package io.carat.core.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may reach; anything outside is answered as if it did not exist.
 *
 * @param brandId the only brand, or null for every brand
 * @param providerIds the only providers, or empty for every provider
 */
public record Scope(@Nullable String brandId, Set<String> providerIds) {

    /** No bounds: the engine's own processes. */
    public static final Scope EVERYTHING = new Scope(null, Set.of());

    public Scope {
        providerIds = Set.copyOf(providerIds);
    }

    /** Whether the caller may act for the brand. */
    public boolean covers(String brand) {
        return brandId == null || brandId.equals(brand);
    }

    /** Whether the caller may act for the brand and the provider. */
    public boolean covers(String brand, String provider) {
        return covers(brand) && (providerIds.isEmpty() || providerIds.contains(provider));
    }
}
