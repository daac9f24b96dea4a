package io.carat.api.control;

import io.carat.api.http.Field;
import io.carat.core.catalogue.BrandLimits;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A brand's limits in one currency, all of them: what is left out has no limit. */
record BrandLimitsBody(
        @Schema(example = "KRW") String currency,

        @Schema(description = "of a bet, in minor units, from 0") @Nullable
        Long highestStake,

        @Schema(description = "of one payment, in minor units, from 0") @Nullable
        Long highestDeposit,

        @Schema(description = "kept in the audit log") String reason) {

    BrandLimitsBody {
        Field.currency(currency);
        if (highestStake != null) {
            Field.amountOrZero("highestStake", highestStake);
        }
        if (highestDeposit != null) {
            Field.amountOrZero("highestDeposit", highestDeposit);
        }
    }

    BrandLimits limits() {
        return new BrandLimits(currency, highestStake, highestDeposit);
    }
}
