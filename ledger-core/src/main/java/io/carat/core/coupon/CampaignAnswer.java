package io.carat.core.coupon;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.coupon.CampaignEvent.CampaignDefined;
import io.carat.core.decision.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as callers see it. Amounts are minor units, odds decimals; what the members mean is said at
 * {@link CampaignTerms}.
 *
 * @param multiplier in basis points; null where the policy's holds
 * @param granted what grants have taken of the budget; null in the answer to its definition
 */
public record CampaignAnswer(
        String campaignId,
        String brandId,
        String code,
        String currency,
        long budget,
        long face,
        List<String> products,
        List<String> providers,
        boolean stakeReturned,
        CouponTarget payoutTarget,
        @Nullable Integer multiplier,
        Instant expiresAt,
        boolean partialUse,
        @Nullable Long minStake,
        @Nullable Long maxStake,
        @Nullable BigDecimal minOdds,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long granted)
        implements Answer {

    private static final int ODDS_DECIMALS = 3;

    public CampaignAnswer {
        products = List.copyOf(products);
        providers = List.copyOf(providers);
    }

    static CampaignAnswer of(CampaignDefined defined) {
        return of(defined, null);
    }

    static CampaignAnswer of(CampaignDefined defined, @Nullable Long grantedMinor) {
        CampaignTerms terms = defined.terms();
        return new CampaignAnswer(
                defined.campaignId(),
                terms.brandId(),
                terms.code(),
                terms.currency(),
                terms.budgetMinor(),
                terms.faceMinor(),
                terms.products(),
                terms.providers(),
                terms.stakeReturned(),
                terms.payoutTarget(),
                terms.multiplierBps(),
                terms.expiresAt(),
                terms.partialUse(),
                terms.minStakeMinor(),
                terms.maxStakeMinor(),
                odds(terms.minOddsMilli()),
                grantedMinor);
    }

    static @Nullable BigDecimal odds(@Nullable Integer milli) {
        if (milli == null) {
            return null;
        }
        // plain digits: without trailing zeros, 10 would be written as 1E+1
        return new BigDecimal(
                BigDecimal.valueOf(milli, ODDS_DECIMALS).stripTrailingZeros().toPlainString());
    }
}
