package io.carat.ops.bench;

/** What two runs that follow each other differ in. */
public enum PairKind {
    /** All bets from one provider, compared with bets from many: commands per second. */
    PROVIDER,
    /** A filled event store, compared with an empty one: the median time of an authorization. */
    PREFILL
}
