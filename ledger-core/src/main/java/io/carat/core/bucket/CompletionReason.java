package io.carat.core.bucket;

/** Why a requirement ended. */
public enum CompletionReason {
    /** All that was required was wagered. */
    FULFILLED,
    /** The bucket fell to the low-balance threshold after a settlement (rule book §4). */
    LOW_BALANCE,
    /** All that was left of it went with a transfer to another NORMAL bucket. */
    MOVED,
    /** The bonus had its time. */
    EXPIRED,
    /** Staff cancelled the bonus. */
    CANCELLED
}
