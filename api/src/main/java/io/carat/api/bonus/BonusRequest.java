package io.carat.api.bonus;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.core.bonus.GrantBonus;
import io.carat.core.coupon.Expiry;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bonus to grant. */
record BonusRequest(
        @Schema(example = "acme") String brandId,
        @Schema(example = "player-1") String playerId,
        @Schema(example = "KRW") String currency,

        @Schema(description = "the BONUS bucket to fund", example = "SPORTS_BONUS")
        String bucket,

        @Schema(description = "in minor units, from 1", example = "5000")
        Long amount,

        @Schema(description = "rolling in basis points of the amount, from 1; absent: the policy's", example = "100000")
        @Nullable
        Integer multiplier,

        @Schema(description = "at most this converts, in minor units; absent: no cap", example = "20000") @Nullable
        Long cap,

        @Schema(
                description =
                        "when it is forfeited: RFC 3339, or a date alone: the end of that day in the brand's zone;"
                                + " absent: never",
                example = "2030-12-31T00:00:00Z")
        @Nullable
        String expiresAt,

        @Schema(
                description =
                        "the deposit that is wagered together with it: both are the base; absent: the bonus alone")
        @Nullable
        String depositId) {

    private static final int MAX_MULTIPLIER_BPS = 10_000_000;

    BonusRequest {
        Field.brand(brandId);
        Field.name("playerId", playerId);
        Field.currency(currency);
        Field.code("bucket", bucket);
        Field.amount("amount", amount);
        if (multiplier != null && (multiplier < 1 || multiplier > MAX_MULTIPLIER_BPS)) {
            throw new InvalidRequestException(
                    "multiplier", "must be from 1 to " + MAX_MULTIPLIER_BPS + " basis points");
        }
        if (cap != null) {
            Field.amountOrZero("cap", cap);
        }
        expiry(expiresAt);
        if (depositId != null) {
            Field.reference("depositId", depositId);
        }
    }

    private static @Nullable Expiry expiry(@Nullable String text) {
        return text == null
                ? null
                : Expiry.parse(text)
                        .orElseThrow(() -> new InvalidRequestException(
                                "expiresAt",
                                "must be a time such as 2030-12-31T00:00:00Z or a date such as 2030-12-31"));
    }

    GrantBonus command(RequestKey key) {
        return new GrantBonus(
                key,
                brandId,
                playerId,
                bucket,
                new Money(amount, currency),
                multiplier,
                cap,
                expiry(expiresAt),
                depositId);
    }
}
