package io.carat.core.simulation;

import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.FundingSource;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How funding and refusals would have differed. Amounts are minor units.
 *
 * @param decisions accepted and refused bets that were judged anew
 * @param unchanged of these, those that come to the same
 * @param fundedOtherwise accepted by both, from other sources or in other parts
 * @param refusedInstead accepted before, refused now
 * @param acceptedInstead refused before, accepted now
 * @param refusedOtherwise refused by both, for another reason
 * @param refusalsBefore by code
 * @param refusalsAfter by code
 * @param currencies totals by currency
 * @param examples some that differ, in the order they happened
 */
public record SimulationReport(
        long decisions,
        long unchanged,
        long fundedOtherwise,
        long refusedInstead,
        long acceptedInstead,
        long refusedOtherwise,
        Map<RejectionCode, Long> refusalsBefore,
        Map<RejectionCode, Long> refusalsAfter,
        List<CurrencyTotals> currencies,
        List<Example> examples) {

    /** What was staked in a currency, in all and from each bucket; before and after. */
    public record CurrencyTotals(
            String currency,
            long betsBefore,
            long betsAfter,
            BigInteger stakeBefore,
            BigInteger stakeAfter,
            List<BucketTotals> buckets) {}

    /** What the buckets of one type gave, before and after, and to how many bets. */
    public record BucketTotals(
            String topology,
            String bucket,
            FundingSource source,
            long betsBefore,
            long betsAfter,
            BigInteger before,
            BigInteger after,
            BigInteger difference) {}

    /** A bet that comes to something else: by source what it took, or why it is refused. */
    public record Example(
            String brandId,
            String playerId,
            String providerId,
            String betId,
            long stake,
            String currency,
            Map<FundingSource, Long> before,
            @Nullable RejectionCode refusedBefore,
            Map<FundingSource, Long> after,
            @Nullable RejectionCode refusedAfter) {}
}
