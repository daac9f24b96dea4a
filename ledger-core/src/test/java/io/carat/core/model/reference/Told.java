package io.carat.core.model.reference;

/**
 * What a request is expected to be told.
 *
 * @param code DONE or the code of the refusal
 * @param replayed whether it is the answer of an earlier request
 * @param step the number of the step that did the work; -1 for a refusal
 * @param parts what the legs of a new bet, or the shares of a payout, are
 */
public record Told(String code, boolean replayed, int step, String parts) {

    /** The code of a request that holds. */
    public static final String DONE = "DONE";

    static Told done(int step, String parts) {
        return new Told(DONE, false, step, parts);
    }

    static Told refused(String code) {
        return new Told(code, false, -1, "");
    }

    Told again() {
        return new Told(code, true, step, "");
    }

    /** Whether the request holds. */
    public boolean isDone() {
        return code.equals(DONE);
    }

    /** As one line. */
    public String line() {
        if (isDone()) {
            return replayed ? "REPLAYED" : DONE;
        }
        return replayed ? code + " REPLAYED" : code;
    }
}
