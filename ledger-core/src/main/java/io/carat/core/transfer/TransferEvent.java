package io.carat.core.transfer;

import io.carat.core.decision.LedgerEvent;
import io.carat.core.money.Money;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.util.List;

/** What happens to a transfer. */
public sealed interface TransferEvent extends LedgerEvent {

    /**
     * Money went from one NORMAL bucket to another.
     *
     * @param transferId derived from brand and request key
     * @param from the type code of the bucket that it left
     * @param to the type code of the bucket where it arrived
     * @param requirements what it took along, in attribution order
     * @param topology the topology version that it was decided under
     * @param policy the policy version of the bucket where it arrived
     * @param fingerprint a digest of the transfer's payload
     * @param requestClaimId the claim of the request that made it
     */
    record TransferMade(
            String transferId,
            String brandId,
            String playerId,
            Money amount,
            String fromBucketId,
            String from,
            String toBucketId,
            String to,
            List<MovedRolling> requirements,
            TopologyRef topology,
            PolicyRef policy,
            String fingerprint,
            String requestClaimId)
            implements TransferEvent {

        public TransferMade {
            requirements = List.copyOf(requirements);
        }

        @Override
        public String streamId() {
            return transferId;
        }
    }
}
