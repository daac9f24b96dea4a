package io.carat.saga.payment;

/**
 * A payment provider that pays out. Both calls are blocking and bounded in time. They never throw for what goes wrong between
 * here and there: whatever is not a well-formed final answer is {@link PayoutResult.Unknown}.
 */
public interface PaymentProvider {

    /**
     * Asks for a payout. The provider takes the reference as idempotency key, so the same instruction sent twice is one
     * payout.
     */
    PayoutResult pay(PayoutInstruction instruction);

    /** Asks what became of a payout; moves nothing. */
    PayoutResult status(PayoutInstruction instruction);
}
