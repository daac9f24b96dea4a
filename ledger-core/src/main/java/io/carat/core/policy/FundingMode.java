package io.carat.core.policy;

/** How sources combine (rule book §2). */
public enum FundingMode {
    /** Sources are walked in order and add up to the stake. */
    MIXED,
    /** One source gives the whole stake: the first in order that can. */
    EXCLUSIVE
}
