package io.carat.api.security;

/** What a token may be used for; {@link RouteRules} says which routes that means. */
public enum Role {
    /** Everything, in every brand. */
    ADMIN,
    /** All money commands and reads of its brand. */
    OPERATOR,
    /** Callbacks and bet calls of its own providers. */
    PROVIDER,
    /** Reads, reconciliation, statements, adjustments. */
    FINANCE,
    /** Reads of operation, dead letters, replays, freeze, scrape. */
    OPS
}
