package io.carat.core.decision;

/**
 * Who decided something, and why.
 *
 * @param actor the name of the caller's token
 * @param reason the caller's own words, 1 to {@link #MAX_REASON} characters
 */
public record AuditNote(String actor, String reason) {

    /** The longest reason. */
    public static final int MAX_REASON = 500;
}
