package io.carat.api.startup;

/** The server cannot start, for a reason the operator can remove. The message is one line: what is wrong, where, what to do. */
public final class StartupRefused extends RuntimeException {

    /**
     * A refusal found by looking.
     *
     * @param message one line for the operator, without a final full stop
     */
    public StartupRefused(String message) {
        super(message);
    }

    /**
     * A refusal that comes from a failure.
     *
     * @param message one line for the operator, without a final full stop
     * @param cause what was caught; it goes to the log only
     */
    public StartupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
