package io.carat.core.withdrawal;

/** The steps of a withdrawal and the states they start from (rule book §7): pay and release exclude each other. */
public enum WithdrawalStep {
    APPROVE(WithdrawalStatus.APPROVED),
    PAY(WithdrawalStatus.PAYING),
    PAID_OUT(WithdrawalStatus.PAID),
    FAIL(WithdrawalStatus.FAILED),
    REJECT(WithdrawalStatus.REJECTED),
    CANCEL(WithdrawalStatus.CANCELLED);

    private final WithdrawalStatus to;

    WithdrawalStep(WithdrawalStatus to) {
        this.to = to;
    }

    /** Whether the step can be taken from a state. */
    public boolean startsFrom(WithdrawalStatus status) {
        return switch (this) {
            case APPROVE -> status == WithdrawalStatus.HELD;
            case PAY -> status == WithdrawalStatus.APPROVED;
            case PAID_OUT, FAIL -> status == WithdrawalStatus.PAYING;
            case REJECT, CANCEL -> status == WithdrawalStatus.HELD || status == WithdrawalStatus.APPROVED;
        };
    }

    /** Whether the step brings a payment nearer that has not been begun. */
    public boolean isTowardsPayment() {
        return this == APPROVE || this == PAY;
    }

    /** Whether the step says how a payment ended. */
    public boolean endsPayment() {
        return this == PAID_OUT || this == FAIL;
    }

    /** The state after the step. */
    public WithdrawalStatus to() {
        return to;
    }
}
