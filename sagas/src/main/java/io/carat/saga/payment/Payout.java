package io.carat.saga.payment;

/**
 * A payout as it is stored.
 *
 * @param attempt counts the times it was taken up, from 1 on; names this one
 */
public record Payout(PayoutInstruction instruction, String paymentProviderId, PayoutStage stage, int attempt) {

    /** The withdrawal that it pays. */
    public String withdrawalId() {
        return instruction.reference();
    }
}
