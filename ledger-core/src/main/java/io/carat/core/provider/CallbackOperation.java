package io.carat.core.provider;

/** What a provider calls for. */
public enum CallbackOperation {
    BET,
    WIN,
    ROLLBACK,
    BALANCE
}
