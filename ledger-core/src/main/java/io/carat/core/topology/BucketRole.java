package io.carat.core.topology;

/** What a bucket is for (rule book §1). */
public enum BucketRole {
    /** Deposited money under a rolling requirement. */
    NORMAL,
    /** Granted money under a bonus requirement. */
    BONUS,
    /** The only money that may be withdrawn. */
    WITHDRAWABLE,
    /** Loyalty points: an asset of its own, never bet, never withdrawn. */
    POINTS
}
