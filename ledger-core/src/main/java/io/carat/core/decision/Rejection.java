package io.carat.core.decision;

import org.jspecify.annotations.Nullable;

/**
 * A refusal as a value: nothing was moved (ADR 0004).
 *
 * @param code the code that callers act on
 * @param detail one sentence for people, naming what failed
 * @param facts what it was decided on, where that is kept; null elsewhere
 */
public record Rejection(
        RejectionCode code, String detail, @Nullable RefusalFacts facts) {

    /** No mix of permitted sources covers the amount; amounts in minor units. */
    public static Rejection insufficientFunds(long requiredMinor, long availableMinor) {
        return of(
                RejectionCode.INSUFFICIENT_FUNDS,
                "Required " + requiredMinor + ", permitted sources hold " + availableMinor + " (minor units).");
    }

    /** A refusal with a code and its sentence. */
    public static Rejection of(RejectionCode code, String detail) {
        return new Rejection(code, detail, null);
    }

    /** The same refusal with what it was decided on. */
    public Rejection on(RefusalFacts decidedOn) {
        return new Rejection(code, detail, decidedOn);
    }
}
