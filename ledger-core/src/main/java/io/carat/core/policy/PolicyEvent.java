package io.carat.core.policy;

import io.carat.core.decision.LedgerEvent;

/** What happens to policies. */
public sealed interface PolicyEvent extends LedgerEvent {

    /** A new immutable version exists and is the active one. */
    record PolicyDefined(String policyStreamId, Policy policy) implements PolicyEvent {
        @Override
        public String streamId() {
            return policyStreamId;
        }
    }
}
