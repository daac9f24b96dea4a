package io.carat.api.bet;

import io.carat.api.http.Field;
import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.bet.BetDryRun;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A bet to explain: as one to authorize, without ids of its own. */
record DryRunRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,
        @Schema(example = "generic") String providerId,
        @Schema(example = "sports-1") String gameId,

        @Schema(description = "in minor units, from 1", example = "10000")
        Long stake,

        @Schema(example = "KRW") String currency,

        @Schema(description = "decimal odds with at most 3 places", example = "1.85") @Nullable
        BigDecimal odds,

        @Schema(description = "the coupon that would be used; absent: none") @Nullable
        String couponGrantId,

        @Schema(description = "the version of the product's policy to ask; left out: the active one") @Nullable
        Integer policyVersion) {

    private static final RequestKey NO_KEY = new RequestKey("dry-run", "dry-run");

    DryRunRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.name("providerId", providerId);
        Field.name("gameId", gameId);
        Field.amount("stake", stake);
        Field.currency(currency);
        Field.oddsMilli(odds);
        Field.optionalText("couponGrantId", couponGrantId);
    }

    BetDryRun query() {
        AuthorizeBet bet = new AuthorizeBet(
                NO_KEY,
                brandId,
                playerId,
                providerId,
                gameId,
                "dry-run",
                "dry-run",
                new Money(stake, currency),
                Field.oddsMilli(odds),
                couponGrantId);
        return new BetDryRun(bet, policyVersion);
    }
}
