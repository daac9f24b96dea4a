package io.carat.api.coupon;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.coupon.DefineCampaign;
import io.carat.core.coupon.Expiry;
import io.carat.core.decision.RequestKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A campaign to define. */
record CampaignRequest(
        @Schema(example = "acme") String brandId,

        @Schema(description = "unique per brand", example = "SPRING-SPINS")
        String code,

        @Schema(example = "KRW") String currency,

        @Schema(description = "what the faces of all grants add up to at most, in minor units", example = "1000000")
        Long budget,

        @Schema(description = "what one grant is worth, in minor units, at most the budget", example = "1000")
        Long face,

        @Schema(description = "the products that it covers; wins without a game are paid by the route of the first")
        List<String> products,

        @Schema(description = "the providers that may use it; empty for all")
        List<String> providers,

        @Schema(description = "whether a win includes the coupon's stake")
        Boolean stakeReturned,

        @Schema(
                description =
                        "where what it pays goes: the product's BONUS bucket (raises the active bonus's requirement"
                                + " or opens a bonus), its NORMAL bucket with rolling, or WITHDRAWABLE")
        CouponTarget payoutTarget,

        @Schema(
                description = "RFC 3339, or a date alone: the end of that day in the brand's zone",
                example = "2030-12-31T00:00:00Z")
        String expiresAt,

        @Schema(
                description =
                        "rolling of what it pays, in basis points from 0; absent: the policy's for deposits (NORMAL)"
                                + " or bonuses (BONUS)")
        @Nullable
        Integer multiplier,

        @Schema(description = "whether a grant may be used in parts; absent: false") @Nullable
        Boolean partialUse,

        @Schema(description = "in minor units, from 1") @Nullable
        Long minStake,

        @Schema(description = "in minor units, from 1") @Nullable
        Long maxStake,

        @Schema(description = "decimal odds with at most 3 places") @Nullable
        BigDecimal minOdds) {

    private static final int MAX_PRODUCTS = 20;
    private static final int MAX_PROVIDERS = 200;
    private static final int MAX_MULTIPLIER_BPS = 10_000_000;

    CampaignRequest {
        Field.brand(brandId);
        Field.label("code", code);
        Field.currency(currency);
        Field.amount("budget", budget);
        Field.amount("face", face);
        products = list("products", products, MAX_PRODUCTS, one -> Field.code("products", one));
        if (products.isEmpty()) {
            throw new InvalidRequestException("products", "must name at least one product");
        }
        providers = list("providers", providers, MAX_PROVIDERS, one -> Field.name("providers", one));
        given("stakeReturned", stakeReturned);
        given("payoutTarget", payoutTarget);
        expiry(expiresAt);
        if (multiplier != null && (multiplier < 0 || multiplier > MAX_MULTIPLIER_BPS)) {
            throw new InvalidRequestException(
                    "multiplier", "must be from 0 to " + MAX_MULTIPLIER_BPS + " basis points");
        }
        if (minStake != null) {
            Field.amount("minStake", minStake);
        }
        if (maxStake != null) {
            Field.amount("maxStake", maxStake);
        }
        Field.oddsMilli("minOdds", minOdds);
    }

    DefineCampaign command(RequestKey key) {
        return new DefineCampaign(
                key,
                brandId,
                code,
                currency,
                budget,
                face,
                products,
                providers,
                stakeReturned,
                payoutTarget,
                multiplier,
                expiry(expiresAt),
                Objects.requireNonNullElse(partialUse, false),
                minStake,
                maxStake,
                Field.oddsMilli("minOdds", minOdds));
    }

    private static Expiry expiry(@Nullable String text) {
        given("expiresAt", text);
        return Expiry.parse(Objects.requireNonNullElse(text, ""))
                .orElseThrow(() -> new InvalidRequestException(
                        "expiresAt", "must be a time such as 2030-12-31T00:00:00Z or a date such as 2030-12-31"));
    }

    private static List<String> list(String field, @Nullable List<String> values, int most, Consumer<String> form) {
        if (values == null) {
            throw new InvalidRequestException(field, "is missing");
        }
        values.forEach(form);
        if (values.size() > most || new HashSet<>(values).size() < values.size()) {
            throw new InvalidRequestException(field, "must be at most " + most + " different ones");
        }
        return List.copyOf(values);
    }

    private static void given(String field, @Nullable Object value) {
        if (value == null) {
            throw new InvalidRequestException(field, "is missing");
        }
    }
}
