package io.carat.core.control;

import io.carat.core.catalogue.BrandLimits;
import io.carat.core.catalogue.CatalogueEntry.Brand;
import io.carat.core.decision.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A brand as staff sees it.
 *
 * @param suspended whether it takes no new bets and deposits
 * @param limits at most one per currency
 */
public record BrandStanding(
        String brandId, List<String> currencies, String zone, boolean suspended, List<LimitsOfBrand> limits)
        implements Answer {

    public BrandStanding {
        currencies = List.copyOf(currencies);
        limits = List.copyOf(limits);
    }

    /** Limits in one currency, in minor units; null is no limit. */
    public record LimitsOfBrand(
            String currency,
            @Nullable Long highestStake,
            @Nullable Long highestDeposit) {

        private static LimitsOfBrand of(BrandLimits limits) {
            return new LimitsOfBrand(limits.currency(), limits.stakeMinor(), limits.depositMinor());
        }
    }

    static BrandStanding of(Brand brand) {
        return new BrandStanding(
                brand.brandId(),
                brand.currencies(),
                brand.zone(),
                brand.suspended(),
                brand.limits().stream().map(LimitsOfBrand::of).toList());
    }
}
