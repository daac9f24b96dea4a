package io.carat.core.rolling;

/** What a requirement was created for. */
public enum RequirementKind {
    DEPOSIT,
    BONUS
}
