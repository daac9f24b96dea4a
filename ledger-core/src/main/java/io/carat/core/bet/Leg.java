package io.carat.core.bet;

import io.carat.core.policy.FundingSource;
import org.jspecify.annotations.Nullable;

/**
 * One source's part of a stake, as it was authorized.
 *
 * @param number 1 and up; ties of a split go to the lower number
 * @param source where it came from
 * @param bucketId the bucket that gave it
 * @param bucketTypeCode the bucket's code in the topology
 * @param stakeMinor the part, in minor units
 * @param bonusId the bonus that a BONUS leg was funded by, else null
 */
public record Leg(
        int number,
        FundingSource source,
        String bucketId,
        String bucketTypeCode,
        long stakeMinor,
        @Nullable String bonusId) {}
