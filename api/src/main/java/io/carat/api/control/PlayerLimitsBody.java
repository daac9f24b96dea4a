package io.carat.api.control;

import io.carat.api.http.Field;
import io.carat.api.http.InvalidRequestException;
import io.carat.core.player.LimitOwner;
import io.carat.core.player.LimitSet;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One owner's limits in one currency, all of them: what is left out has no limit. */
record PlayerLimitsBody(
        @Schema(description = "PLAYER for the player's own wish, STAFF for the brand's", example = "PLAYER")
        String owner,

        @Schema(example = "KRW") String currency,

        @Schema(description = "of a bet, in minor units, from 0") @Nullable
        Long highestStake,

        @Schema(description = "of one payment, in minor units, from 0") @Nullable
        Long highestDeposit,

        @Schema(description = "of all deposits of a calendar day in the brand's zone, in minor units, from 0") @Nullable
        Long depositsPerDay,

        @Schema(description = "kept in the audit log") String reason) {

    PlayerLimitsBody {
        Field.currency(currency);
        require("highestStake", highestStake);
        require("highestDeposit", highestDeposit);
        require("depositsPerDay", depositsPerDay);
    }

    LimitOwner limitOwner() {
        return Arrays.stream(LimitOwner.values())
                .filter(known -> known.name().equals(owner))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("owner", "must be PLAYER or STAFF"));
    }

    LimitSet.Wanted wanted() {
        return new LimitSet.Wanted(highestStake, highestDeposit, depositsPerDay);
    }

    private static void require(String field, @Nullable Long amount) {
        if (amount != null) {
            Field.amountOrZero(field, amount);
        }
    }
}
