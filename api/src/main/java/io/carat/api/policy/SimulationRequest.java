package io.carat.api.policy;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Past bets to judge by a version, or by rules that are no version yet. */
record SimulationRequest(
        @Schema(description = "beginning of the period, inclusive")
        Instant from,

        @Schema(description = "end of the period, exclusive")
        Instant to,

        @Schema(description = "the version to ask; or 'policy'") @Nullable
        Integer version,

        @Schema(description = "rules to ask that need not be a version; or 'version'") @Nullable
        PolicyBody policy,

        @Schema(description = "only bets of this brand; left out: of every brand that the token reaches") @Nullable
        String brandId,

        @Schema(description = "stop after so many bets; 100000 where left out, at most 1000000") @Nullable
        Integer limit) {

    private static final int DEFAULT_LIMIT = 100_000;
    private static final int MAX_LIMIT = 1_000_000;

    SimulationRequest {
        Parts.require("from", from);
        Parts.require("to", to);
        if (!from.isBefore(to)) {
            throw new InvalidRequestException("to", "must be after 'from'");
        }
        if ((version == null) == (policy == null)) {
            throw new InvalidRequestException("Either 'version' or 'policy' names the rules to ask, and not both.");
        }
        if (brandId != null) {
            Field.brand(brandId);
        }
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw new InvalidRequestException("limit", "must be from 1 to " + MAX_LIMIT);
        }
    }

    int most() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }
}
