package io.carat.core.access;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to an API token. */
public sealed interface TokenEvent extends AuditedEvent {

    /** The token's stream. */
    String tokenStreamId();

    @Override
    default String streamId() {
        return tokenStreamId();
    }

    /**
     * A token was to be made.
     *
     * @param brandId the only brand that it acts for, null for every brand
     * @param providerIds the providers that a PROVIDER's token acts for
     */
    record TokenIssued(
            String tokenStreamId,
            String tokenId,
            String name,
            String role,
            @Nullable String brandId,
            List<String> providerIds,
            AuditNote audit)
            implements TokenEvent {
        public TokenIssued {
            providerIds = List.copyOf(providerIds);
        }
    }

    /** A token is not to be taken any more. */
    record TokenRevoked(String tokenStreamId, String tokenId, String name, AuditNote audit) implements TokenEvent {}
}
