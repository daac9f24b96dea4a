package io.carat.api.access;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.api.security.Caller;
import io.carat.api.security.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token to make. */
record NewToken(
        @Schema(description = "who acts with it: what the audit log calls its deeds by", example = "till-7")
        String name,

        @Schema(example = "OPERATOR") String role,

        @Schema(
                description = "the only brand that it acts for; only an ADMIN may act for every brand",
                example = "acme")
        @Nullable
        String brandId,

        @Schema(description = "the providers that it acts for: with PROVIDER, and only then") @Nullable
        List<String> providerIds,

        @Schema(description = "kept in the audit log") @Nullable
        String reason) {

    private static final String NO_REASON = "none given";

    NewToken {
        Field.name("name", name);
        if (brandId != null) {
            Field.brand(brandId);
        }
        providerIds = providerIds == null ? List.of() : List.copyOf(providerIds);
        providerIds.forEach(providerId -> Field.name("providerIds", providerId));
    }

    /** Whom it makes; refuses what the table of tokens would refuse. */
    Caller caller() {
        Role known = Arrays.stream(Role.values())
                .filter(one -> one.name().equals(role))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidRequestException("role", "must be one of " + Arrays.toString(Role.values())));
        if (brandId == null && known != Role.ADMIN) {
            throw new InvalidRequestException("brandId", "is missing: only an ADMIN acts for every brand");
        }
        Set<String> providers = Set.copyOf(Objects.requireNonNull(providerIds));
        if ((known == Role.PROVIDER) == providers.isEmpty()) {
            throw new InvalidRequestException("providerIds", "are for the role PROVIDER, which needs at least one");
        }
        return new Caller(name, known, brandId, providers);
    }

    String why() {
        return reason == null ? NO_REASON : reason;
    }
}
