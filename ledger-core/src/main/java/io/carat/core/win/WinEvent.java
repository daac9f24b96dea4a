package io.carat.core.win;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.coupon.CouponTarget;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.money.Money;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import org.jspecify.annotations.Nullable;

/** What happens to a win without a bet. */
public sealed interface WinEvent extends LedgerEvent {

    /**
     * A win was taken and, unless it is 0, credited.
     *
     * @param winId derived from brand, provider and transaction
     * @param gameId the game that it was won at, where the provider said so
     * @param product the product whose route was taken
     * @param payout 0 or above
     * @param target where the campaign pays to
     * @param bucketId the bucket that was credited
     * @param recoveredMinor what debts took of it, in minor units
     * @param requirementId the requirement that it opened or raised; null when it owes nothing
     * @param bonusId the bonus that it opened or went into
     * @param couponGrantId the grant that it was played with; null where a campaign was named
     */
    record WinRecorded(
            String winId,
            String brandId,
            String playerId,
            String providerId,
            String campaignId,
            @Nullable String gameId,
            String product,
            String transactionId,
            Money payout,
            CouponTarget target,
            String bucketId,
            String bucketTypeCode,
            long recoveredMinor,
            @Nullable String requirementId,
            @Nullable String bonusId,
            TopologyRef topology,
            PolicyRef policy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String couponGrantId)
            implements WinEvent {
        @Override
        public String streamId() {
            return winId;
        }
    }
}
