package io.carat.core.rolling;

/** PENDING and ACTIVE both cover the money (rule book §4); a saga turns the one into the other. */
public enum RequirementStatus {
    PENDING,
    ACTIVE,
    COMPLETED
}
