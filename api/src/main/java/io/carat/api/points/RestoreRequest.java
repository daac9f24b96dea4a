package io.carat.api.points;

import io.carat.api.http.AuditNotes;
import io.carat.api.http.Field;
import io.carat.api.security.Caller;
import io.carat.core.decision.RequestKey;
import io.carat.core.points.PointsCommand.RestorePoints;
import io.swagger.v3.oas.annotations.media.Schema;

/** Expired points to give back. */
record RestoreRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,

        @Schema(description = "what expired them, as the player's points list it")
        String expiryId,

        @Schema(description = "from 1 to what expired and was not given back before", example = "500")
        Long points,

        @Schema(description = ExpiryField.DESCRIPTION, example = "2030-12-31")
        String expiresAt,

        @Schema(description = "why, in 1 to 500 characters; kept with who")
        String reason) {

    RestoreRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.reference("expiryId", expiryId);
        Field.amount("points", points);
        ExpiryField.required(expiresAt);
    }

    RestorePoints command(RequestKey key, Caller caller) {
        return new RestorePoints(
                key,
                brandId,
                playerId,
                expiryId,
                points,
                ExpiryField.required(expiresAt),
                AuditNotes.of(caller, reason));
    }
}
