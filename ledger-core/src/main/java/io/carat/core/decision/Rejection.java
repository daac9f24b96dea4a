package io.carat.core.decision;

/**
 * A refusal as a value: nothing was moved (ADR 0004).
 *
 * @param code the code that callers act on
 * @param detail one sentence for people, naming what failed
 */
public record Rejection(RejectionCode code, String detail) {

    /** No mix of permitted sources covers the amount; amounts in minor units. */
    public static Rejection insufficientFunds(long requiredMinor, long availableMinor) {
        return new Rejection(
                RejectionCode.INSUFFICIENT_FUNDS,
                "Required " + requiredMinor + ", permitted sources hold " + availableMinor + " (minor units).");
    }

    /** A refusal with a code and its sentence. */
    public static Rejection of(RejectionCode code, String detail) {
        return new Rejection(code, detail);
    }
}
