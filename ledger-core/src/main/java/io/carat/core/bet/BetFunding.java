package io.carat.core.bet;

import io.carat.core.decision.Rejection;
import io.carat.core.money.Bps;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
import io.carat.core.policy.SourceLimit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which source gives what to a stake (rule book §2). */
public final class BetFunding {

    private BetFunding() {}

    /** A stake that adds up, or why it does not. */
    public sealed interface Plan {
        /** What each source gives, in minor units above 0, in the order walked; the parts add up to the stake. */
        record Funded(Map<FundingSource, Long> parts) implements Plan {
            public Funded {
                parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
            }
        }

        /** The permitted sources do not cover the stake. */
        record Refused(Rejection rejection) implements Plan {}
    }

    /**
     * Walks the policy's sources in order: take = min(need, available, max, floor(stake × share / 10000)); a take below
     * the source's minimum counts as 0.
     *
     * @param stakeMinor above 0, in minor units
     * @param available per source, in minor units; a source that is absent has nothing
     */
    public static Plan plan(long stakeMinor, Policy policy, Map<FundingSource, Long> available) {
        Map<FundingSource, Long> parts = new LinkedHashMap<>();
        long need = stakeMinor;
        for (FundingSource source : walk(policy)) {
            long take = take(stakeMinor, need, policy.limit(source), available.getOrDefault(source, 0L));
            if (take > 0) {
                parts.put(source, take);
                need -= take;
            }
        }
        return need == 0
                ? new Plan.Funded(parts)
                : new Plan.Refused(Rejection.insufficientFunds(stakeMinor, stakeMinor - need));
    }

    private static long take(long stakeMinor, long needMinor, SourceLimit limit, long availableMinor) {
        long share = Bps.floorOf(stakeMinor, limit.maxShareBps());
        long take = Math.min(Math.min(needMinor, availableMinor), Math.min(limit.maxMinor(), share));
        return take < limit.minMinor() ? 0 : take;
    }

    /** The policy's order with WITHDRAWABLE put where the withdrawable policy alone decides. */
    private static List<FundingSource> walk(Policy policy) {
        List<FundingSource> walk = new ArrayList<>(policy.order());
        switch (policy.withdrawable()) {
            case FORBIDDEN -> {}
            case LAST_RESORT_RESTORE -> walk.add(FundingSource.WITHDRAWABLE);
            case FIRST_RESTORE -> walk.add(afterCoupon(walk), FundingSource.WITHDRAWABLE);
        }
        return walk;
    }

    private static int afterCoupon(List<FundingSource> walk) {
        return walk.indexOf(FundingSource.COUPON) + 1;
    }
}
