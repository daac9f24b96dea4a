package io.carat.core.provider;

/** Why a callback was not decided on, beside the refusals that decisions come to. A profile maps each to a wire code. */
public enum CallbackFault {
    /** Not signed as the profile says. */
    BAD_SIGNATURE,
    /** Not well formed, or a member is missing. */
    INVALID_REQUEST,
    /** A member has the wrong type. */
    WRONG_TYPE,
    /** Larger than a body may be. */
    BODY_TOO_LARGE,
    /** A token was sent along that does not act for this provider or brand. */
    FORBIDDEN,
    /** More callbacks a second than the profile allows. */
    TOO_MANY_REQUESTS,
    /** More callbacks at once than the profile, or the engine, allows. */
    OVERLOADED,
    /** Nothing was done, for a reason that passes. */
    UNAVAILABLE,
    /** Unknown: it may have been done or not. */
    INTERNAL
}
