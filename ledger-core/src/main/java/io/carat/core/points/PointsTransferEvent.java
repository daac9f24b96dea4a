package io.carat.core.points;

import io.carat.core.decision.LedgerEvent;
import io.carat.core.money.Money;
import io.carat.core.policy.PointsTerms;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;

/** What happens to a transfer of points. */
public sealed interface PointsTransferEvent extends LedgerEvent {

    /**
     * Points were exchanged for money in a NORMAL bucket.
     *
     * @param transferId derived from the request
     * @param fromBucketId the POINTS bucket
     * @param toBucketId the NORMAL bucket
     * @param offered what the player wanted to exchange, in points
     * @param points what was taken: whole units of the rate
     * @param amount what was credited
     * @param rate the rate that it was decided at
     * @param requirementId the requirement that the credit carries
     * @param requiredMinor what has to be wagered, in minor units; 0 swept the credit at once
     */
    record PointsTransferred(
            String transferId,
            String brandId,
            String playerId,
            String fromBucketId,
            String fromTypeCode,
            String toBucketId,
            String toTypeCode,
            long offered,
            long points,
            Money amount,
            PointsTerms rate,
            String requirementId,
            long requiredMinor,
            TopologyRef topology,
            PolicyRef policy)
            implements PointsTransferEvent {
        @Override
        public String streamId() {
            return transferId;
        }
    }
}
