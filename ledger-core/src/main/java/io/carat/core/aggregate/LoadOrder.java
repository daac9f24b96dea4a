package io.carat.core.aggregate;

/**
 * The order in which aggregates are locked, the same in every command, so that no two commands wait for each other. A
 * settlement knows only its bet, so the subject comes before the player and the buckets.
 */
public enum LoadOrder {
    REQUEST_CLAIM,
    SUBJECT,
    TRANSACTION_CLAIM,
    COUPON,
    BONUS,
    PLAYER,
    BUCKET,
    BUDGET,
    REVIEW
}
