package io.carat.core.model.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of campaigns. Amounts are minor units, times hours since the history began. */
public sealed interface Offer extends Step {

    /** What a campaign says; odds are thousandths, the multiplier is the policy's where it is null. */
    record Define(
            String brand,
            String code,
            String currency,
            long budget,
            long face,
            List<String> products,
            List<String> providers,
            boolean stakeReturned,
            String target,
            @Nullable Integer multiplier,
            long expiresAt,
            boolean partial,
            @Nullable Long minStake,
            @Nullable Long maxStake,
            @Nullable Integer minOdds)
            implements Offer {}

    /** Give a coupon of a campaign. */
    record Give(GrantRef grant) implements Offer {
        @Override
        public String brand() {
            return grant.brand();
        }
    }

    /** Take back what is left of a grant. */
    record Revoke(GrantRef grant) implements Offer {
        @Override
        public String brand() {
            return grant.brand();
        }
    }

    /** Pay a win that belongs to no bet. */
    record Win(
            String brand,
            String player,
            String currency,
            String provider,
            @Nullable String campaign,
            @Nullable String game,
            String txn,
            long payout)
            implements Offer {}
}
