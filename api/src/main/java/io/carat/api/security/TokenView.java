package io.carat.api.security;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is shown: never the token itself, nor its hash.
 *
 * @param brandId the only brand that it acts for; null for every brand
 * @param providerIds the providers that a PROVIDER's token acts for
 * @param revokedAt since when it is not taken any more
 */
public record TokenView(
        String tokenId,
        String name,
        Role role,
        @Nullable String brandId,
        List<String> providerIds,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    public TokenView {
        providerIds = List.copyOf(providerIds);
    }

    /** Whether it opens everything. */
    public boolean isUnboundAdmin() {
        return role == Role.ADMIN && brandId == null && revokedAt == null;
    }
}
