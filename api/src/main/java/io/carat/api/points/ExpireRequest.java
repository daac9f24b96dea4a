package io.carat.api.points;

import io.carat.api.http.Field;
import io.carat.core.points.PointsCommand.ExpirePoints;
import io.swagger.v3.oas.annotations.media.Schema;

/** Whose due points are to expire. */
record ExpireRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId) {

    ExpireRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
    }

    ExpirePoints command() {
        return new ExpirePoints(brandId, playerId);
    }
}
