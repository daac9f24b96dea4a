package io.carat.core.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.decision.Answer;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.RefusalFacts;
import io.carat.core.decision.RejectionCode;
import org.jspecify.annotations.Nullable;

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

    /**
     * The request was refused for a reason that a retry does not change.
     *
     * @param facts what the refusal was decided on, where that is kept; null elsewhere
     */
    record RequestRefused(
            String claimId,
            String key,
            String fingerprint,
            RejectionCode code,
            String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            RefusalFacts facts)
            implements ClaimEvent {

        /** A refusal without facts. */
        public RequestRefused(String claimId, String key, String fingerprint, RejectionCode code, String detail) {
            this(claimId, key, fingerprint, code, detail, null);
        }
    }
}
