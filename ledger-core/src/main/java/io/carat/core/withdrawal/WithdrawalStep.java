package io.carat.core.withdrawal;

import static io.carat.core.withdrawal.WithdrawalStatus.APPROVED;
import static io.carat.core.withdrawal.WithdrawalStatus.CANCELLED;
import static io.carat.core.withdrawal.WithdrawalStatus.FAILED;
import static io.carat.core.withdrawal.WithdrawalStatus.HELD;
import static io.carat.core.withdrawal.WithdrawalStatus.PAID;
import static io.carat.core.withdrawal.WithdrawalStatus.PAYING;
import static io.carat.core.withdrawal.WithdrawalStatus.REJECTED;

import java.util.Set;

/** The steps of a withdrawal and the states they start from (rule book §7): pay and release exclude each other. */
public enum WithdrawalStep {
    APPROVE(Set.of(HELD), APPROVED),
    PAY(Set.of(APPROVED), PAYING),
    PAID_OUT(Set.of(PAYING), PAID),
    FAIL(Set.of(PAYING), FAILED),
    REJECT(Set.of(HELD, APPROVED), REJECTED),
    CANCEL(Set.of(HELD, APPROVED), CANCELLED);

    private final Set<WithdrawalStatus> from;
    private final WithdrawalStatus to;

    WithdrawalStep(Set<WithdrawalStatus> from, WithdrawalStatus to) {
        this.from = from;
        this.to = to;
    }

    /** Whether the step can be taken from a state. */
    public boolean startsFrom(WithdrawalStatus status) {
        return from.contains(status);
    }

    /** The state after the step. */
    public WithdrawalStatus to() {
        return to;
    }
}
