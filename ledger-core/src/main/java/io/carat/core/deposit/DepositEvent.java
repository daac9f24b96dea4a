package io.carat.core.deposit;

import io.carat.core.decision.LedgerEvent;
import io.carat.core.money.Money;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;

/** What happens to a deposit. */
public sealed interface DepositEvent extends LedgerEvent {

    /**
     * A payment was credited to a NORMAL bucket.
     *
     * @param depositId derived from brand and paymentRef
     * @param requirementId the requirement that the credit carries
     * @param requiredMinor what has to be wagered, in minor units; 0 swept the credit at once
     * @param fingerprint a digest of the deposit's payload; another deposit under the same paymentRef is a mismatch
     * @param requestClaimId the claim of the request that credited it
     */
    record DepositCredited(
            String depositId,
            String brandId,
            String playerId,
            Money amount,
            String bucketId,
            String bucketTypeCode,
            String paymentRef,
            String requirementId,
            long requiredMinor,
            TopologyRef topology,
            PolicyRef policy,
            String fingerprint,
            String requestClaimId)
            implements DepositEvent {
        @Override
        public String streamId() {
            return depositId;
        }
    }
}
