package io.carat.api.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request, as its token says: the principal of every authenticated request.
 *
 * @param name the token's name, for audit
 * @param role what it may do
 * @param brandId the only brand it may act for; null for every brand
 * @param providerIds the providers a PROVIDER may act for
 */
public record Caller(String name, Role role, @Nullable String brandId, Set<String> providerIds) {

    /** Keeps a copy of the provider ids. */
    public Caller {
        providerIds = Set.copyOf(providerIds);
    }

    /** Whether the caller may see and move money of this brand. */
    public boolean mayActFor(String brand) {
        return brandId == null || brandId.equals(brand);
    }

    /** Whether the caller may speak for this provider; only the role PROVIDER is bound to some. */
    public boolean mayActForProvider(String providerId) {
        return role != Role.PROVIDER || providerIds.contains(providerId);
    }
}
