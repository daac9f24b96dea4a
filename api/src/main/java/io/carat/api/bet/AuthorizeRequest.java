package io.carat.api.bet;

import io.carat.api.http.Field;
import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A bet to hold a stake for. */
record AuthorizeRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,
        @Schema(example = "generic") String providerId,
        @Schema(example = "sports-1") String gameId,

        @Schema(description = "unique per brand and provider", example = "bet-1")
        String betId,

        @Schema(example = "round-1") String roundId,

        @Schema(description = "in minor units, from 1", example = "10000")
        Long stake,

        @Schema(example = "KRW") String currency,

        @Schema(description = "decimal odds with at most 3 places", example = "1.85") @Nullable
        BigDecimal odds,

        @Schema(description = "the coupon that is to be used; absent: none is") @Nullable
        String couponGrantId) {

    AuthorizeRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.name("providerId", providerId);
        Field.name("gameId", gameId);
        Field.reference("betId", betId);
        Field.reference("roundId", roundId);
        Field.amount("stake", stake);
        Field.currency(currency);
        Field.oddsMilli(odds);
        Field.optionalText("couponGrantId", couponGrantId);
        odds = odds == null ? null : odds.stripTrailingZeros();
    }

    AuthorizeBet command(RequestKey key) {
        return new AuthorizeBet(
                key,
                brandId,
                playerId,
                providerId,
                gameId,
                betId,
                roundId,
                new Money(stake, currency),
                Field.oddsMilli(odds),
                couponGrantId);
    }
}
