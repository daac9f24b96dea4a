package io.carat.core.access;

import io.carat.core.decision.AuditNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is decided about an API token, written down before it is done: no token works that nobody answers for. */
public sealed interface TokenCommand {

    /** A random id, by which people name the token. */
    String tokenId();

    /** A token is to be made. */
    record IssueToken(
            String tokenId,
            String name,
            String role,
            @Nullable String brandId,
            List<String> providerIds,
            AuditNote note)
            implements TokenCommand {
        public IssueToken {
            providerIds = List.copyOf(providerIds);
        }
    }

    /** A token is not to be taken any more; may be repeated. */
    record RevokeToken(String tokenId, String name, AuditNote note) implements TokenCommand {}
}
