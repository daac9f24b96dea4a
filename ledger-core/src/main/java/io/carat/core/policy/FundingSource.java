package io.carat.core.policy;

/** Where a part of a stake may come from (rule book §2). */
public enum FundingSource {
    COUPON,
    BONUS,
    NORMAL,
    WITHDRAWABLE
}
