package io.carat.api.points;

import io.carat.api.http.Field;
import io.carat.core.decision.RequestKey;
import io.carat.core.points.PointsCommand.TransferPoints;
import io.swagger.v3.oas.annotations.media.Schema;

/** Points to exchange for money in a NORMAL bucket. */
record TransferRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,
        @Schema(example = "KRW") String currency,

        @Schema(description = "the code of the NORMAL bucket", example = "SPORTS_NORMAL")
        String to,

        @Schema(
                description = "how many, from 1: whole units of the policy's rate are taken, the rest stays",
                example = "12345")
        Long points) {

    TransferRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.currency(currency);
        Field.code("to", to);
        Field.amount("points", points);
    }

    TransferPoints command(RequestKey key) {
        return new TransferPoints(key, brandId, playerId, currency, to, points);
    }
}
