package io.carat.api.provider;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shapes of the generic contract as the OpenAPI document publishes them; {@link GenericContract} reads them. */
final class GenericShapes {

    private GenericShapes() {}

    /** A bet. */
    @Schema(
            requiredProperties = {
                "brandId",
                "playerId",
                "currency",
                "betId",
                "roundId",
                "gameId",
                "transactionId",
                "amount"
            })
    record BetCallback(
            @Schema(example = "acme") String brandId,
            @Schema(example = "player-1") String playerId,
            @Schema(example = "KRW") String currency,

            @Schema(description = "unique per brand and provider", example = "bet-1")
            String betId,

            @Schema(example = "round-1") String roundId,
            @Schema(example = "slots-1") String gameId,

            @Schema(description = "unique per brand, provider and operation", example = "tx-1")
            String transactionId,

            @Schema(description = "the stake in minor units", example = "1500")
            long amount,

            @Schema(description = "of the game session, if one was opened") @Nullable
            String token) {}

    /** A result. */
    @Schema(requiredProperties = {"brandId", "playerId", "currency", "transactionId", "amount"})
    record WinCallback(
            String brandId,
            String playerId,
            String currency,

            @Schema(description = "left out only where a campaign is named") @Nullable
            String betId,

            @Nullable String roundId,
            @Nullable String gameId,
            String transactionId,

            @Schema(description = "the payout in minor units; 0 when the bet is lost")
            long amount,

            @Schema(description = "false when more wins of this bet are to come; left out: as the profile says")
            @Nullable
            Boolean closesRound,

            @Schema(description = "the campaign, by id or code, that pays a win without a bet") @Nullable
            String campaignId) {}

    /** A rollback. */
    @Schema(requiredProperties = {"brandId", "playerId", "currency", "betId", "transactionId"})
    record RollbackCallback(
            String brandId,
            String playerId,
            String currency,
            String betId,
            @Nullable String roundId,
            @Nullable String gameId,
            String transactionId,
            @Nullable Long amount) {}

    /** A question for a balance. */
    @Schema(requiredProperties = {"brandId", "playerId", "currency"})
    record BalanceCallback(
            String brandId,
            String playerId,
            String currency,
            @Nullable String gameId) {}

    /** What was done. */
    record CallbackAnswer(
            String transactionId,
            String betId,
            String authorizationId,

            @Schema(
                    allowableValues = {
                        "AUTHORIZED",
                        "PARTIALLY_SETTLED",
                        "SETTLED",
                        "ROLLED_BACK",
                        "TOMBSTONED",
                        "NOTED",
                        "CREDITED",
                        "ACKNOWLEDGED"
                    })
            String status,

            String currency,

            @Schema(description = "what the player may bet with now, in minor units")
            long balance,

            long position) {}

    /** A balance. */
    record BalanceAnswer(String playerId, String currency, long balance) {}
}
