package io.carat.saga.payment;

/** What a payment provider says of a payout, or that it did not say. Only {@link Final} answers may move money. */
public sealed interface PayoutResult {

    /** An answer that never changes again. */
    sealed interface Final extends PayoutResult {}

    /** The money has left. */
    record Paid() implements Final {}

    /** The provider has not paid and never will under this reference. */
    record Declined(String reason) implements Final {}

    /** The provider has the payout and has not decided. */
    record Pending() implements PayoutResult {}

    /** The provider knows no payout of this reference: it may be sent, again under the same key. */
    record Absent() implements PayoutResult {}

    /** No answer, or none that can be understood: the money may have left or not. */
    record Unknown(String cause) implements PayoutResult {}
}
