package io.carat.core.policy;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.LedgerEvent;

/** What happens to policies. */
public sealed interface PolicyEvent extends LedgerEvent {

    /** The policy's stream. */
    String policyStreamId();

    @Override
    default String streamId() {
        return policyStreamId();
    }

    /** A new immutable version exists and is the active one: how a platform is set up on its first start. */
    record PolicyDefined(String policyStreamId, Policy policy) implements PolicyEvent {}

    /** A new immutable version exists; the one that is active stays. */
    record PolicyCreated(String policyStreamId, Policy policy, AuditNote audit) implements PolicyEvent, AuditedEvent {}

    /** New decisions are made under this version. */
    record PolicyActivated(String policyStreamId, PolicyRef policy, AuditNote audit)
            implements PolicyEvent, AuditedEvent {}
}
