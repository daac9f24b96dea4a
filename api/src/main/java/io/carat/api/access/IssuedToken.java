package io.carat.api.access;

import io.carat.api.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token that was made.
 *
 * @param token the secret: told this once and never again
 */
record IssuedToken(
        String tokenId,
        String token,
        String name,
        Role role,
        @Nullable String brandId,
        List<String> providerIds) {

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "IssuedToken[" + tokenId + "]";
    }
}
