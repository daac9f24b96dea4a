package io.carat.core.claim;

import io.carat.core.claim.ClaimEvent.RequestAnswered;
import io.carat.core.claim.ClaimEvent.RequestRefused;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A used claim: its one event says all. */
public record ClaimState(ClaimEvent use) {

    /** The state after a claim's event. */
    public static ClaimState evolve(@Nullable ClaimState state, ClaimEvent event) {
        if (state != null) {
            throw new IllegalStateException("Claimed twice: " + event.claimId());
        }
        return new ClaimState(event);
    }

    /**
     * Decides under a claim: a key that was used before replays or mismatches, before anything else is looked at; a new
     * one is bound to what the decision comes to, unless that is a refusal which a retry decides anew (rule book §0).
     *
     * @param claim the claim as loaded, null when its key is new
     * @param name the key and payload at hand
     * @param decide the decision beneath
     */
    public static Decision under(@Nullable ClaimState claim, ClaimName name, Supplier<Decision> decide) {
        if (claim != null) {
            return claim.repeat(name);
        }
        Decision decision = decide.get();
        return switch (decision.outcome()) {
            case Outcome.Done done -> decision.plus(answered(name, done));
            case Outcome.Refused refused
            when refused.rejection().code().stored() -> decision.plus(refusal(name, refused.rejection()));
            case Outcome.Refused ignored -> decision;
        };
    }

    private static RequestAnswered answered(ClaimName name, Outcome.Done done) {
        String doneUnder = Objects.requireNonNullElse(done.replayedFrom(), name.requestClaimId());
        return new RequestAnswered(name.claimId(), name.key(), name.fingerprint(), doneUnder, done.answer());
    }

    private static RequestRefused refusal(ClaimName name, Rejection rejection) {
        return new RequestRefused(
                name.claimId(),
                name.key(),
                name.fingerprint(),
                rejection.code(),
                rejection.detail(),
                rejection.facts());
    }

    private Decision repeat(ClaimName name) {
        if (!name.fits(use.fingerprint())) {
            return Decision.rejected(
                    RejectionCode.IDEMPOTENCY_MISMATCH, name.key() + " was already used with a different payload.");
        }
        return switch (use) {
            case RequestAnswered answered -> Decision.repeated(answered.answer(), answered.doneUnder());
            case RequestRefused refused ->
                new Decision(
                        List.of(),
                        new Outcome.Refused(new Rejection(refused.code(), refused.detail(), refused.facts()), true));
        };
    }
}
