package io.carat.core.coupon;

import io.carat.core.decision.Answer;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it stands. Amounts are minor units, odds decimals; what the terms mean is said at {@link CampaignTerms}.
 *
 * @param trigger the caller's id of what earned it
 * @param tip its last ledger row
 * @param history how its status changed, the last {@link CouponState#MAX_HISTORY} times
 */
public record CouponView(
        String grantId,
        String campaignId,
        String brandId,
        String playerId,
        String trigger,
        CouponStatus status,
        String currency,
        long face,
        long remaining,
        long reserved,
        long consumed,
        long expired,
        long revoked,
        Instant expiresAt,
        CouponScope scope,
        CouponTarget payoutTarget,
        @Nullable Integer multiplier,
        boolean stakeReturned,
        boolean partialUse,
        @Nullable Long minStake,
        @Nullable Long maxStake,
        @Nullable BigDecimal minOdds,
        Tip tip,
        List<CouponStep> history,
        TopologyRef topology,
        PolicyRef policy)
        implements Answer {

    public CouponView {
        history = List.copyOf(history);
    }

    /** The number of the last ledger row and what it says of the balances. */
    public record Tip(long entry, long availableAfter, long heldAfter) {}

    static CouponView of(CouponState grant) {
        CampaignTerms terms = grant.terms();
        CouponAmounts amounts = grant.amounts();
        return new CouponView(
                grant.offered().grantId(),
                grant.offered().campaignId(),
                terms.brandId(),
                grant.offered().playerId(),
                grant.offered().trigger(),
                grant.status(),
                terms.currency(),
                terms.faceMinor(),
                amounts.remaining(),
                amounts.reserved(),
                amounts.consumed(),
                amounts.expired(),
                amounts.revoked(),
                terms.expiresAt(),
                CouponScope.of(terms),
                terms.payoutTarget(),
                terms.multiplierBps(),
                terms.stakeReturned(),
                terms.partialUse(),
                terms.minStakeMinor(),
                terms.maxStakeMinor(),
                CampaignAnswer.odds(terms.minOddsMilli()),
                new Tip(grant.entry(), amounts.remaining(), amounts.reserved()),
                grant.history(),
                grant.offered().topology(),
                grant.offered().policy());
    }
}
