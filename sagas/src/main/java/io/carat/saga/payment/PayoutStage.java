package io.carat.saga.payment;

/** Where a payout stands; stored by name. */
public enum PayoutStage {
    /** To be sent: not sent yet, or the provider says that it does not know it. */
    DUE,
    /** Sent, or about to be: whether it is paid is for the provider to say. */
    ASKED,
    /** The withdrawal is paid. */
    PAID,
    /** The withdrawal has failed, its hold is released. */
    FAILED,
    /** The provider's final word and the withdrawal's final state exclude each other: people must look. */
    CONTRADICTED
}
