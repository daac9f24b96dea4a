package io.carat.core.claim;

import io.carat.core.decision.Answer;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RejectionCode;

/** A claim's only event: what its key was used for, and what came of it. */
public sealed interface ClaimEvent extends LedgerEvent {

    /** The claim's stream. */
    String claimId();

    /** A digest of the payload; the same key with another is a mismatch. */
    String fingerprint();

    @Override
    default String streamId() {
        return claimId();
    }

    /**
     * The request was accepted and told this.
     *
     * @param doneUnder the claim of the request that did the work: this one, unless this request repeated another
     */
    record RequestAnswered(String claimId, String key, String fingerprint, String doneUnder, Answer answer)
            implements ClaimEvent {}

    /** The request was refused for a reason that a retry does not change. */
    record RequestRefused(String claimId, String key, String fingerprint, RejectionCode code, String detail)
            implements ClaimEvent {}
}
