package io.carat.api.win;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import io.carat.core.win.RecordWin;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A win without a bet. */
record WinRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,
        @Schema(example = "KRW") String currency,
        @Schema(example = "generic") String providerId,

        @Schema(description = "the campaign that pays, by id or by its code; this or couponGrantId") @Nullable
        String campaignId,

        @Schema(description = "the grant that the rounds were played with; this or campaignId") @Nullable
        String couponGrantId,

        @Schema(description = "the game that was won at: its product says which bucket; absent: the campaign's first")
        @Nullable
        String gameId,

        @Schema(description = "unique per brand and provider", example = "win-1")
        String transactionId,

        @Schema(description = "in minor units, from 0", example = "500")
        Long payout) {

    WinRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.currency(currency);
        Field.name("providerId", providerId);
        Field.optionalText("campaignId", campaignId);
        Field.optionalText("couponGrantId", couponGrantId);
        if ((campaignId == null) == (couponGrantId == null)) {
            throw new InvalidRequestException(
                    "campaignId", "or couponGrantId must be given, one of the two: a win with a bet is settled there");
        }
        if (gameId != null) {
            Field.name("gameId", gameId);
        }
        Field.reference("transactionId", transactionId);
        Field.amountOrZero("payout", payout);
    }

    RecordWin command(RequestKey key) {
        return new RecordWin(
                key,
                brandId,
                playerId,
                providerId,
                campaignId,
                couponGrantId,
                gameId,
                transactionId,
                new Money(payout, currency));
    }
}
