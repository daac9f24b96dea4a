package io.carat.core.withdrawal;

/** The states of a withdrawal (rule book §7). */
public enum WithdrawalStatus {
    HELD,
    APPROVED,
    PAYING,
    PAID,
    REJECTED,
    CANCELLED,
    FAILED
}
