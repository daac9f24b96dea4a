package io.carat.core.coupon;

import io.carat.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bet wants of the grant that it names.
 *
 * @param oddsMilli decimal odds in thousandths, null where the bet has none
 * @param possibleMinor what the policy lets the coupon give, in minor units, before it is asked whether sources are mixed
 * @param exclusive whether one source has to give the whole stake
 * @param ineligible why the player may not bet; null when nothing stands against it
 * @param topologyCode the active topology
 */
public record CouponBet(
        String brandId,
        String playerId,
        String providerId,
        String product,
        Money stake,
        @Nullable Integer oddsMilli,
        long possibleMinor,
        boolean exclusive,
        @Nullable String ineligible,
        String topologyCode,
        Instant now) {}
