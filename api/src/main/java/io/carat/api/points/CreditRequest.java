package io.carat.api.points;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.Field;
import io.carat.api.security.Caller;
import io.carat.core.decision.RequestKey;
import io.carat.core.points.PointsCommand.CreditPoints;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Points to give. */
record CreditRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,

        @Schema(description = "in points, from 1", example = "12345")
        Long amount,

        @Schema(description = "what for; kept with the lot", example = "weekly loyalty")
        String reason,

        @Schema(description = ExpiryField.DESCRIPTION + "; absent: never", example = "2030-12-31") @Nullable
        String expiresAt) {

    CreditRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.amount("amount", amount);
        ExpiryField.optional(expiresAt);
    }

    CreditPoints command(RequestKey key, Caller caller) {
        String why = AuditNotes.of(caller, reason).reason();
        return new CreditPoints(key, brandId, playerId, amount, ExpiryField.optional(expiresAt), why);
    }
}
